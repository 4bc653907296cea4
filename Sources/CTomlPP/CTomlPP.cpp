#include "CTomlPP.h"

#include <deque>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// A broken promise inside the parser becomes an error message, never an abort.
static void ctoml_require(bool holds) {
  if (!holds) throw std::logic_error("the TOML reader lost its way");
}

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 32
#define TOML_ASSERT(expression) ctoml_require(static_cast<bool>(expression))
#include <toml++/toml.h>

struct ctoml_document {
  std::vector<ctoml_node> nodes;
  // A deque, because its elements stay where they are while others are added.
  std::deque<std::string> texts;
  std::string error;
  bool failed = false;
  int32_t error_line = 0;
  int32_t error_column = 0;
};

namespace {

constexpr int greatest_depth = 64;
constexpr size_t greatest_count = 2000000;

void fail(ctoml_document &document, const std::string &why, int32_t line, int32_t column) {
  document.failed = true;
  document.error = why;
  document.error_line = line;
  document.error_column = column;
  document.nodes.clear();
}

// A dotted key of many parts nests tables without end, and the parser counts only brackets. So
// the longest chain of dots is measured first, roughly: it may be too strict with odd texts of
// more than 64 full stops between two commas, and is never too lax.
bool dots_are_few(std::string_view bytes, int32_t &line) {
  int dots = 0;
  line = 1;
  for (char byte : bytes) {
    switch (byte) {
      case '.': dots += 1; break;
      case '\n': line += 1; dots = 0; break;
      case '=': case ',': case '{': case '#': dots = 0; break;
      default: break;
    }
    if (dots > 64) return false;
  }
  return true;
}

struct Walker {
  ctoml_document &document;

  void keep(const std::string &text, const char *&start, size_t &length) {
    document.texts.push_back(text);
    start = document.texts.back().data();
    length = document.texts.back().size();
  }

  void date(ctoml_node &node, const toml::date &date) {
    node.year = date.year;
    node.month = date.month;
    node.day = date.day;
  }

  void walk(const toml::node &value, const toml::key *key, int32_t parent, int depth) {
    if (depth > greatest_depth) throw std::length_error("tables are nested too deeply");
    if (document.nodes.size() >= greatest_count) throw std::length_error("too many values");
    ctoml_node node = {};
    node.parent = parent;
    node.line = static_cast<int32_t>(value.source().begin.line);
    node.column = static_cast<int32_t>(value.source().begin.column);
    if (key != nullptr) {
      node.key_line = static_cast<int32_t>(key->source().begin.line);
      node.key_column = static_cast<int32_t>(key->source().begin.column);
      keep(std::string(key->str()), node.key, node.key_length);
    }
    const auto place = static_cast<int32_t>(document.nodes.size());
    if (const auto *table = value.as_table()) {
      node.type = CTOML_TABLE;
      document.nodes.push_back(node);
      for (auto &&[name, child] : *table) walk(child, &name, place, depth + 1);
      return;
    }
    if (const auto *array = value.as_array()) {
      node.type = CTOML_ARRAY;
      document.nodes.push_back(node);
      for (auto &&child : *array) walk(child, nullptr, place, depth + 1);
      return;
    }
    if (const auto *text = value.as_string()) {
      node.type = CTOML_STRING;
      keep(text->get(), node.text, node.text_length);
    } else if (const auto *integer = value.as_integer()) {
      node.type = CTOML_INTEGER;
      node.integer = integer->get();
    } else if (const auto *number = value.as_floating_point()) {
      node.type = CTOML_FLOAT;
      node.number = number->get();
    } else if (const auto *flag = value.as_boolean()) {
      node.type = CTOML_BOOLEAN;
      node.integer = flag->get() ? 1 : 0;
    } else if (const auto *day = value.as_date()) {
      node.type = CTOML_DATE;
      date(node, day->get());
    } else if (const auto *moment = value.as_date_time()) {
      node.type = CTOML_DATE_TIME;
      date(node, moment->get().date);
    } else {
      node.type = CTOML_TIME;
    }
    document.nodes.push_back(node);
  }
};

void read(ctoml_document &document, std::string_view bytes) {
  int32_t line = 0;
  if (!dots_are_few(bytes, line)) {
    fail(document, "a key or a text has too many dots", line, 1);
    return;
  }
  toml::parse_result result = toml::parse(bytes);
  if (!result) {
    const auto &error = result.error();
    fail(
        document, std::string(error.description()),
        static_cast<int32_t>(error.source().begin.line),
        static_cast<int32_t>(error.source().begin.column));
    return;
  }
  Walker{document}.walk(result.table(), nullptr, -1, 0);
}

}  // namespace

extern "C" ctoml_document *ctoml_parse(const char *bytes, size_t length) {
  auto *document = new (std::nothrow) ctoml_document;
  if (document == nullptr) return nullptr;
  try {
    read(*document, std::string_view(bytes == nullptr ? "" : bytes, bytes == nullptr ? 0 : length));
  } catch (const std::exception &error) {
    try {
      fail(*document, error.what(), 0, 0);
    } catch (...) {
      document->failed = true;
    }
  } catch (...) {
    document->failed = true;
  }
  return document;
}

extern "C" const char *ctoml_error(
    const ctoml_document *document, int32_t *line, int32_t *column) {
  *line = document->error_line;
  *column = document->error_column;
  return document->failed ? document->error.c_str() : nullptr;
}

extern "C" const ctoml_node *ctoml_nodes(const ctoml_document *document, size_t *count) {
  *count = document->failed ? 0 : document->nodes.size();
  return document->nodes.data();
}

extern "C" void ctoml_free(ctoml_document *document) { delete document; }
