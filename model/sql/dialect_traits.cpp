// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sql/dialect_traits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "model/base/json_text.h"
#include "model/base/text.h"

namespace tessera::model::sql {

namespace {

using Traits = DialectTraits;

// What belongs together stands on one line.
// clang-format off
const std::array<DialectTraits, 7> allTraits = {{
    {.dialect = Dialect::Sqlite, .name = "sqlite", .title = "SQLite",
     .nameQuote = '"', .backslashNames = false, .longestName = 0,
     .backslash = false, .quoteByBackslash = false, .holdsNul = true,
     .typedParameters = false, .typedNulls = false,
     .nullOrder = Traits::NullOrder::Smallest, .writesNullOrder = true,
     .fullJoin = Traits::FullJoin::Native, .nullSafeEqual = "{1} IS {2}",
     .text = "TEXT", .number = "REAL", .logical = "INTEGER", .date = "TEXT", .variant = "TEXT",
     .dateLiteral = "{1}", .variantLiteral = "{1}", .scannedText = "", .scannedDate = "", .orderByNothing = "",
     .mostParameters = 30000},
    {.dialect = Dialect::Postgresql, .name = "postgresql", .title = "PostgreSQL",
     .nameQuote = '"', .backslashNames = false, .longestName = 63,
     .backslash = false, .quoteByBackslash = false, .holdsNul = false,
     .typedParameters = true, .typedNulls = true,
     .nullOrder = Traits::NullOrder::Largest, .writesNullOrder = true,
     .fullJoin = Traits::FullJoin::EqualityOnly, .nullSafeEqual = "{1} IS NOT DISTINCT FROM {2}",
     .text = "text", .number = "double precision", .logical = "boolean", .date = "timestamp", .variant = "jsonb",
     .dateLiteral = "TIMESTAMP {1}", .variantLiteral = "CAST({1} AS jsonb)", .scannedText = "", .scannedDate = "",
     .orderByNothing = "", .mostParameters = 30000},
    {.dialect = Dialect::Mysql, .name = "mysql", .title = "MySQL",
     .nameQuote = '`', .backslashNames = false, .longestName = 64,
     .backslash = true, .quoteByBackslash = false, .holdsNul = true,
     .typedParameters = false, .typedNulls = false,
     .nullOrder = Traits::NullOrder::Smallest, .writesNullOrder = false,
     .fullJoin = Traits::FullJoin::None, .nullSafeEqual = "{1} <=> {2}",
     .text = "CHAR", .number = "DOUBLE", .logical = "UNSIGNED", .date = "DATETIME(6)", .variant = "JSON",
     .dateLiteral = "TIMESTAMP {1}", .variantLiteral = "CAST({1} AS JSON)",
     // Text compares without regard to case unless told.
     .scannedText = "CONVERT({1} USING utf8mb4) COLLATE utf8mb4_bin", .scannedDate = "", .orderByNothing = "",
     .mostParameters = 30000},
    {.dialect = Dialect::Snowflake, .name = "snowflake", .title = "Snowflake",
     .nameQuote = '"', .backslashNames = false, .longestName = 255,
     .backslash = true, .quoteByBackslash = false, .holdsNul = true,
     .typedParameters = false, .typedNulls = false,
     .nullOrder = Traits::NullOrder::Largest, .writesNullOrder = true,
     .fullJoin = Traits::FullJoin::Native, .nullSafeEqual = "{1} IS NOT DISTINCT FROM {2}",
     .text = "VARCHAR", .number = "FLOAT", .logical = "BOOLEAN", .date = "TIMESTAMP_NTZ", .variant = "VARIANT",
     .dateLiteral = "TO_TIMESTAMP_NTZ({1})", .variantLiteral = "PARSE_JSON({1})", .scannedText = "", .scannedDate = "",
     .orderByNothing = "ORDER BY NULL", .mostParameters = 30000},
    {.dialect = Dialect::Bigquery, .name = "bigquery", .title = "BigQuery",
     .nameQuote = '`', .backslashNames = true, .longestName = 300,
     .backslash = true, .quoteByBackslash = true, .holdsNul = true,
     .typedParameters = false, .typedNulls = true,
     .nullOrder = Traits::NullOrder::Smallest, .writesNullOrder = true,
     // Outer joins ask for an equality; NULL has the JSON text null, so its text is one.
     .fullJoin = Traits::FullJoin::EqualityOnly, .nullSafeEqual = "TO_JSON_STRING({1}) = TO_JSON_STRING({2})",
     .text = "STRING", .number = "FLOAT64", .logical = "BOOL", .date = "DATETIME", .variant = "JSON",
     .dateLiteral = "DATETIME {1}", .variantLiteral = "PARSE_JSON({1}, wide_number_mode => 'round')", .scannedText = "",
     // DATE, DATETIME and TIMESTAMP columns do not compare with one another.
     .scannedDate = "CAST({1} AS DATETIME)", .orderByNothing = "", .mostParameters = 10000},
    {.dialect = Dialect::Databricks, .name = "databricks", .title = "Databricks",
     .nameQuote = '`', .backslashNames = false, .longestName = 255,
     .backslash = true, .quoteByBackslash = true, .holdsNul = true,
     .typedParameters = false, .typedNulls = false,
     .nullOrder = Traits::NullOrder::Smallest, .writesNullOrder = true,
     .fullJoin = Traits::FullJoin::Native, .nullSafeEqual = "{1} <=> {2}",
     .text = "STRING", .number = "DOUBLE", .logical = "BOOLEAN", .date = "TIMESTAMP", .variant = "STRING",
     .dateLiteral = "TIMESTAMP {1}", .variantLiteral = "{1}", .scannedText = "", .scannedDate = "",
     .orderByNothing = "ORDER BY NULL", .mostParameters = 10000},
    {.dialect = Dialect::Redshift, .name = "redshift", .title = "Redshift",
     .nameQuote = '"', .backslashNames = false, .longestName = 127,
     .backslash = true, .quoteByBackslash = false, .holdsNul = false,
     .typedParameters = true, .typedNulls = true,
     .nullOrder = Traits::NullOrder::Largest, .writesNullOrder = true,
     .fullJoin = Traits::FullJoin::EqualityOnly, .nullSafeEqual = "({1} = {2} OR ({1} IS NULL AND {2} IS NULL))",
     .text = "VARCHAR(65535)", .number = "DOUBLE PRECISION", .logical = "BOOLEAN", .date = "TIMESTAMP",
     .variant = "SUPER",
     .dateLiteral = "TIMESTAMP {1}", .variantLiteral = "JSON_PARSE({1})", .scannedText = "", .scannedDate = "",
     .orderByNothing = "ORDER BY (SELECT NULL)", .mostParameters = 30000},
}};
// clang-format on

// The text without what no product reads: invalid UTF-8 (among it the byte 0xFF, which marks parameters while a
// statement is put together).
std::string validUtf8(std::string_view text)
{
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii ? std::string(text) : toUtf8(toQString(text));
}

std::string checkSum(std::string_view text)
{
    std::uint32_t hash = 2166136261U; // FNV-1a
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    char buffer[8];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, hash, 16).ptr;
    return {buffer, end};
}

std::string shortened(std::string name, std::size_t most)
{
    if (most == 0 || name.size() <= most)
        return name;
    const std::string sum = '~' + checkSum(name);
    std::size_t end = most - sum.size();
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) // not inside a character
        --end;
    return name.substr(0, end) + sum;
}

std::string numberLiteral(double value)
{
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    std::string text(buffer, end);
    // A whole number that is meant as a real one stays one.
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

struct Literal
{
    const DialectTraits &traits;

    std::string operator()(std::monostate) const { return "NULL"; }
    std::string operator()(bool value) const { return value ? "TRUE" : "FALSE"; }
    std::string operator()(std::int64_t value) const
    {
        // The least integer is no literal anywhere: its digits alone are too large.
        return value == INT64_MIN ? "(-9223372036854775807 - 1)" : std::to_string(value);
    }
    std::string operator()(double value) const { return numberLiteral(value); }
    std::string operator()(const std::string &value) const { return quotedText(traits, value); }
    std::string operator()(Moment value) const
    {
        return filled(traits.dateLiteral, quotedText(traits, isoText(value)));
    }
    std::string operator()(const Json &value) const
    {
        return filled(traits.variantLiteral, quotedText(traits, writeJson(value)));
    }
};

} // namespace

const DialectTraits &traitsOf(Dialect dialect)
{
    return *std::find_if(allTraits.begin(), allTraits.end(),
                         [dialect](const DialectTraits &t) { return t.dialect == dialect; });
}

const char *typeNameOf(const DialectTraits &traits, formula::ValueType type)
{
    switch (type) {
    case formula::ValueType::Text:
        return traits.text;
    case formula::ValueType::Number:
        return traits.number;
    case formula::ValueType::Logical:
        return traits.logical;
    case formula::ValueType::Date:
        return traits.date;
    case formula::ValueType::Variant:
        return traits.variant;
    default:
        return "";
    }
}

std::string quotedName(const DialectTraits &traits, std::string_view name, bool ours)
{
    std::string text = validUtf8(name);
    for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at))
        text.replace(at, 1, "\xEF\xBF\xBD");
    if (ours)
        text = shortened(std::move(text), traits.longestName);
    std::string out(1, traits.nameQuote);
    for (const char c : text) {
        if (c == traits.nameQuote)
            out += traits.backslashNames ? '\\' : traits.nameQuote;
        else if (c == '\\' && traits.backslashNames)
            out += '\\';
        else if (traits.backslashNames && (c == '\n' || c == '\r')) {
            out += c == '\n' ? "\\n" : "\\r";
            continue;
        }
        out += c;
    }
    return out + traits.nameQuote;
}

std::string quotedText(const DialectTraits &traits, std::string_view text)
{
    if (traits.dialect == Dialect::Sqlite && text.find('\0') != std::string_view::npos) {
        // A statement ends at the character U+0000, so such a text is spelled by its bytes.
        static constexpr char digits[] = "0123456789ABCDEF";
        std::string bytes;
        for (const char c : validUtf8(text)) {
            bytes += digits[static_cast<unsigned char>(c) >> 4];
            bytes += digits[static_cast<unsigned char>(c) & 15];
        }
        return "CAST(x'" + bytes + "' AS TEXT)";
    }
    std::string out = "'";
    for (const char c : validUtf8(text)) {
        if (c == '\'')
            out += traits.quoteByBackslash ? "\\'" : "''";
        else if (c == '\\' && traits.backslash)
            out += "\\\\";
        else if (c == '\n' && traits.backslash)
            out += "\\n"; // BigQuery allows no line break inside quotes
        else if (c == '\r' && traits.backslash)
            out += "\\r";
        else if (c == '\0')
            out += traits.dialect == Dialect::Mysql ? "\\0" : "\\000"; // elsewhere digits after \\0 would join it
        else
            out += c;
    }
    return out + '\'';
}

std::string literal(const DialectTraits &traits, const Value &value)
{
    return std::visit(Literal{traits}, value.data());
}

std::string filled(std::string_view pattern, std::string_view first, std::string_view second)
{
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern.compare(i, 3, "{1}") == 0 || pattern.compare(i, 3, "{2}") == 0) {
            out += pattern[i + 1] == '1' ? first : second;
            i += 2;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

} // namespace tessera::model::sql
