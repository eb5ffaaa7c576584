// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/workspace/sigds_sql.h"

#include <algorithm>
#include <array>

#include "adapters/workspace/sigds_tables.h"
#include "model/base/json_text.h"
#include "model/workbook/views/sigds_facts.h"

namespace tessera::adapters {

using model::Json;
using model::sql::Dialect;

namespace {

enum class Insert
{
    Values,           // VALUES (…), (…)
    SelectFromValues, // SELECT …, PARSE_JSON(column2) FROM VALUES (…): functions are not allowed in VALUES
};

// How one product writes what the seven have in common.
struct DialectTraits
{
    Dialect dialect;
    const char *key;  // type of short text that may stand in a key
    const char *text; // type of any text
    const char *json;
    const char *integer;
    const char *logical;
    const char *time;
    const char *now; // default of a time column
    const char *yes;
    const char *no;
    char quote;            // around reserved names
    bool upperReserved;    // unquoted names are folded to upper case, so quoted ones have to match that
    bool backslash;        // a backslash escapes in texts
    bool quoteByBackslash; // \' instead of ''
    const char *jsonCall;  // around the text of a JSON value, "" for none
    const char *jsonEnd;
    Insert insert;
    int rowsPerInsert;
    const char *primaryKeyNote; // after PRIMARY KEY (…)
    const char *tableOptions;   // after the column list
};

// Source: the products' own SQL references (CREATE TABLE, INSERT, string literals, JSON functions).
// What belongs together stands on one line.
// clang-format off
constexpr std::array<DialectTraits, 7> allTraits = {{
    {Dialect::Sqlite, "TEXT", "TEXT", "TEXT", "INTEGER", "INTEGER", "TEXT", "CURRENT_TIMESTAMP", "1", "0", '"', false,
     false, false, "", "", Insert::Values, 100, "", ""},
    {Dialect::Snowflake, "VARCHAR", "VARCHAR", "VARIANT", "NUMBER(38, 0)", "BOOLEAN", "TIMESTAMP_LTZ",
     "CURRENT_TIMESTAMP()", "TRUE", "FALSE", '"', true, true, false, "PARSE_JSON(", ")", Insert::SelectFromValues, 100,
     "", ""},
    {Dialect::Bigquery, "STRING", "STRING", "JSON", "INT64", "BOOL", "TIMESTAMP", "CURRENT_TIMESTAMP()", "TRUE",
     "FALSE", '`', false, true, true, "PARSE_JSON(", ", wide_number_mode => 'round')", Insert::Values, 100,
     " NOT ENFORCED", ""},
    {Dialect::Databricks, "STRING", "STRING", "STRING", "BIGINT", "BOOLEAN", "TIMESTAMP", "CURRENT_TIMESTAMP()",
     "TRUE", "FALSE", '`', false, true, true, "", "", Insert::Values, 100, "",
     " TBLPROPERTIES ('delta.feature.allowColumnDefaults' = 'supported')"},
    {Dialect::Redshift, "VARCHAR(512)", "VARCHAR(65535)", "SUPER", "BIGINT", "BOOLEAN", "TIMESTAMP", "GETDATE()",
     "TRUE", "FALSE", '"', false, true, false, "JSON_PARSE(", ")", Insert::Values, 1, "", ""},
    {Dialect::Postgresql, "TEXT", "TEXT", "JSONB", "BIGINT", "BOOLEAN", "TIMESTAMPTZ", "CURRENT_TIMESTAMP", "TRUE",
     "FALSE", '"', false, false, false, "", "::jsonb", Insert::Values, 100, "", ""},
    {Dialect::Mysql, "VARCHAR(255)", "LONGTEXT", "JSON", "BIGINT", "BOOLEAN", "DATETIME", "CURRENT_TIMESTAMP", "TRUE",
     "FALSE", '`', false, true, false, "", "", Insert::Values, 100, "", " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"},
}};
// clang-format on

const DialectTraits &traitsOf(Dialect dialect)
{
    return *std::ranges::find(allTraits, dialect, &DialectTraits::dialect);
}

bool isJsonNumber(std::string_view token)
{
    std::size_t at = token.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t first = at;
        while (at < token.size() && token[at] >= '0' && token[at] <= '9')
            ++at;
        return at - first;
    };
    const bool leadingZero = at < token.size() && token[at] == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (leadingZero && whole > 1))
        return false;
    if (at < token.size() && token[at] == '.') {
        ++at;
        if (digits() == 0)
            return false;
    }
    if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
        ++at;
        if (at < token.size() && (token[at] == '+' || token[at] == '-'))
            ++at;
        if (digits() == 0)
            return false;
    }
    return at == token.size();
}

void replaceNulls(std::string &text)
{
    for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at))
        text.replace(at, 1, "\xef\xbf\xbd");
}

// The value as every JSON reader takes it.
Json portable(const Json &value, bool keepNulls)
{
    if (model::isRawNumber(value)) {
        const std::string token = model::rawNumberText(value);
        return isJsonNumber(token) ? value : Json(token);
    }
    if (value.is_string() && !keepNulls) {
        std::string text = value.get<std::string>();
        replaceNulls(text);
        return text;
    }
    if (!value.is_structured())
        return value;
    Json out = value;
    if (out.is_array()) {
        for (Json &item : out)
            item = portable(item, keepNulls);
        return out;
    }
    for (auto &[key, item] : out.get_ref<Json::object_t &>())
        item = portable(item, keepNulls);
    return out;
}

class ScriptWriter
{
public:
    explicit ScriptWriter(const DialectTraits &traits) : m_traits(traits) {}

    std::string write(const SigdsRows &rows)
    {
        m_out =
            "-- SIGDS tables of one workbook for " + std::string(model::sql::dialectName(m_traits.dialect)) + ".\n\n";
        for (int i = 0; i < sigdsTableCount; ++i)
            createTable(sigdsTable(static_cast<SigdsTableId>(i)));
        for (int i = 0; i < sigdsTableCount; ++i) {
            const auto table = static_cast<SigdsTableId>(i);
            insertRows(sigdsTable(table), rows.of(table));
        }
        return std::move(m_out);
    }

private:
    std::string name(const std::string &column) const
    {
        static constexpr std::array<std::string_view, 3> reserved = {"trigger", "condition", "columns"};
        if (std::ranges::find(reserved, column) == reserved.end())
            return column;
        std::string quoted = column;
        if (m_traits.upperReserved)
            std::ranges::transform(quoted, quoted.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
        return m_traits.quote + quoted + m_traits.quote;
    }

    const char *type(const SigdsColumn &column) const
    {
        switch (column.type) {
        case SigdsType::Text:
            return m_traits.key;
        case SigdsType::LongText:
            return m_traits.text;
        case SigdsType::Json:
            return m_traits.json;
        case SigdsType::Integer:
            return m_traits.integer;
        case SigdsType::Logical:
            return m_traits.logical;
        case SigdsType::Time:
            return m_traits.time;
        }
        return m_traits.text;
    }

    std::string standard(const SigdsColumn &column) const
    {
        if (column.type == SigdsType::Time)
            return m_traits.now;
        if (column.type == SigdsType::Logical)
            return column.standard == "1" ? m_traits.yes : m_traits.no;
        return column.standard;
    }

    void createTable(const SigdsTable &table)
    {
        m_out += "CREATE TABLE IF NOT EXISTS " + table.name + " (\n";
        for (const SigdsColumn &column : table.columns) {
            m_out += "    " + name(column.name) + ' ' + type(column);
            // Most products want the default before NOT NULL, and the others do not mind.
            if (!column.standard.empty())
                m_out += " DEFAULT " + standard(column);
            m_out += column.required ? " NOT NULL,\n" : ",\n";
        }
        m_out += "    PRIMARY KEY (";
        for (const std::string &column : table.primaryKey)
            m_out += (column == table.primaryKey.front() ? "" : ", ") + column;
        m_out += std::string(")") + m_traits.primaryKeyNote + "\n)" + m_traits.tableOptions + ";\n\n";
    }

    std::string literal(std::string text) const
    {
        if (m_traits.dialect != Dialect::Sqlite || text.find('\0') != std::string::npos)
            replaceNulls(text);
        std::string out = "'";
        for (const char c : text) {
            if (c == '\'')
                out += m_traits.quoteByBackslash ? "\\'" : "''";
            else if (c == '\\' && m_traits.backslash)
                out += "\\\\";
            else if (c == '\n' && m_traits.backslash)
                out += "\\n"; // BigQuery allows no line break inside quotes
            else if (c == '\r' && m_traits.backslash)
                out += "\\r";
            else
                out += c;
        }
        return out + '\'';
    }

    std::string value(const SigdsColumn &column, const Json &json, bool parsedLater) const
    {
        if (json.is_null())
            return "NULL";
        switch (column.type) {
        case SigdsType::Json: {
            const std::string text = literal(model::writeJson(portable(json, m_traits.dialect != Dialect::Postgresql)));
            return parsedLater ? text : m_traits.jsonCall + text + m_traits.jsonEnd;
        }
        case SigdsType::Logical:
            return json.get<bool>() ? m_traits.yes : m_traits.no;
        case SigdsType::Integer:
            return std::to_string(json.get<std::int64_t>());
        case SigdsType::Text:
        case SigdsType::LongText:
        case SigdsType::Time:
            break;
        }
        return literal(model::stringOf(json));
    }

    void insertRows(const SigdsTable &table, const std::vector<SigdsRow> &rows)
    {
        const int columns = sigdsValueCount(table);
        const bool select = m_traits.insert == Insert::SelectFromValues;
        const auto step = static_cast<std::size_t>(m_traits.rowsPerInsert);
        for (std::size_t first = 0; first < rows.size(); first += step) {
            m_out += "INSERT INTO " + table.name + " (";
            for (int i = 0; i < columns; ++i)
                m_out += (i ? ", " : "") + name(table.columns[static_cast<std::size_t>(i)].name);
            m_out += select ? ")\nSELECT " + selected(table, columns) + " FROM VALUES\n" : ") VALUES\n";
            const std::size_t end = std::min(rows.size(), first + step);
            for (std::size_t row = first; row < end; ++row) {
                m_out += "    (";
                for (int i = 0; i < columns; ++i) {
                    const auto at = static_cast<std::size_t>(i);
                    m_out += (i ? ", " : "") + value(table.columns[at], rows[row].at(at), select);
                }
                m_out += row + 1 < end ? "),\n" : ");\n";
            }
            m_out += '\n';
        }
    }

    std::string selected(const SigdsTable &table, int columns) const
    {
        std::string out;
        for (int i = 0; i < columns; ++i) {
            const std::string column = "column" + std::to_string(i + 1);
            const bool json = table.columns[static_cast<std::size_t>(i)].type == SigdsType::Json;
            out += (i ? ", " : "") + (json ? m_traits.jsonCall + column + m_traits.jsonEnd : column);
        }
        return out;
    }

    const DialectTraits &m_traits;
    std::string m_out;
};

} // namespace

std::string sigdsSql(const model::Workbook &workbook, const model::RowStore &rows, Dialect dialect)
{
    const std::string id = model::workbookIdOf(workbook);
    SigdsRows all = sigdsRows(workbook, id);
    addInputRows(all, workbook, rows, id);
    return ScriptWriter(traitsOf(dialect)).write(all);
}

} // namespace tessera::adapters
