#ifndef TRANCHE_TOMLPP_H
#define TRANCHE_TOMLPP_H

// A C face of toml++: bytes in, a flat list of nodes out, each with its place in the file.
// Nothing thrown in C++ leaves it; whatever goes wrong comes back as a message with a position.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// What a node is.
enum {
  CTOML_TABLE = 0,
  CTOML_ARRAY = 1,
  CTOML_STRING = 2,
  CTOML_INTEGER = 3,
  CTOML_FLOAT = 4,
  CTOML_BOOLEAN = 5,
  CTOML_DATE = 6,
  CTOML_TIME = 7,
  CTOML_DATE_TIME = 8,
};

// One value of the document. Nodes come parents first; the first one is the root table.
typedef struct {
  int32_t parent;      // place of the parent in the list, -1 for the root
  int32_t type;        // one of the numbers above
  int32_t key_line;    // from 1; 0 where there is no key (the root, elements of arrays)
  int32_t key_column;  // from 1
  int32_t line;        // of the value, from 1
  int32_t column;      // of the value, from 1
  const char *key;     // UTF-8, not ended by a zero byte; lives as long as the document
  size_t key_length;
  const char *text;    // strings only
  size_t text_length;
  int64_t integer;     // integers, and 0 or 1 for booleans
  double number;       // floats
  int32_t year;        // dates and date-times
  int32_t month;
  int32_t day;
} ctoml_node;

typedef struct ctoml_document ctoml_document;

// Reads a document. Never returns NULL except when memory has run out.
ctoml_document *ctoml_parse(const char *bytes, size_t length);

// What is wrong, or NULL if the document was read; the text lives as long as the document.
const char *ctoml_error(const ctoml_document *document, int32_t *line, int32_t *column);

// The nodes; none if there is an error.
const ctoml_node *ctoml_nodes(const ctoml_document *document, size_t *count);

void ctoml_free(ctoml_document *document);

#ifdef __cplusplus
}
#endif

#endif
