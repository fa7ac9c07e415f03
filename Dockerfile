# Runs Aktenlese as an ordinary user. No network is needed:
#   docker run --rm --init --network none -v /archive:/archive:ro -v /results:/results aktenlese run /archive --out /results
FROM python:3.11-slim

# OpenCV and Tesseract link against these.
RUN apt-get update && apt-get install --no-install-recommends -y libgl1 libglib2.0-0 libgomp1 \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /opt/aktenlese
COPY requirements.txt requirements-dev.txt requirements-cluster.txt requirements-postgres.txt requirements-storage.txt ./
RUN pip install --no-cache-dir -r requirements.txt -r requirements-cluster.txt -r requirements-postgres.txt \
    -r requirements-storage.txt
COPY . .
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && useradd --create-home reader
USER reader
ENTRYPOINT ["aktenlese"]
