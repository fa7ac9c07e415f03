"""How the entity model is made: from public corpora and invented blocks to the folder that ships."""
