// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "adapters/query/script_rewriter.h"
#include "adapters/query/sqlite_connection.h"
#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/value/calendar.h"

namespace tessera::adapters {

using Kind = SqlNode::Kind;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::WarehouseSql)
};

// Words in an expression that are no operand.
constexpr std::array keywords = std::to_array<std::string_view>(
    {"AND",     "OR",        "NOT",       "IN",        "IS",        "LIKE",   "ILIKE",  "RLIKE",   "REGEXP",
     "BETWEEN", "ESCAPE",    "EXISTS",    "WHEN",      "THEN",      "ELSE",   "END",    "AS",      "ASC",
     "DESC",    "NULLS",     "DISTINCT",  "ALL",       "PARTITION", "BY",     "ORDER",  "ROWS",    "RANGE",
     "GROUPS",  "UNBOUNDED", "PRECEDING", "FOLLOWING", "COLLATE",   "USING",  "ON",     "SELECT",  "FROM",
     "WHERE",   "GROUP",     "HAVING",    "LIMIT",     "OFFSET",    "VALUES", "ISNULL", "NOTNULL", "OVER",
     "FILTER",  "WITHIN",    "IGNORE",    "RESPECT",   "SIMILAR",   "TO",     "UNION",  "FETCH"});

// Names SQLite reserves and warehouses do not.
constexpr std::array reservedNames = std::to_array<std::string_view>(
    {"INDEX",      "TRANSACTION", "COMMIT",  "FOREIGN", "PRIMARY",   "REFERENCES", "AUTOINCREMENT",
     "DEFERRABLE", "ISNULL",      "NOTNULL", "CHECK",   "DEFAULT",   "CONSTRAINT", "ALTER",
     "DROP",       "CREATE",      "ADD",     "TABLE",   "UPDATE",    "DELETE",     "INSERT",
     "INTO",       "SET",         "UNIQUE",  "NOTHING", "RETURNING", "ESCAPE"});

template <class Words>
bool isIn(std::string_view word, const Words &words)
{
    return std::ranges::find(words, word) != words.end();
}

bool isKeyword(const SqlNode &node)
{
    return node.kind == Kind::Word && isIn(node.upper, keywords);
}

} // namespace

std::string sqlText(std::string_view value)
{
    std::string text = "'";
    for (const char c : value) {
        text += c;
        if (c == '\'')
            text += c;
    }
    return text + "'";
}

std::string sqlNameOf(const SqlNode &node)
{
    return node.kind == Kind::Name || isIn(node.upper, reservedNames) ? quotedName(node.text) : node.text;
}

std::string foldSql(std::string_view name)
{
    return model::foldName(name);
}

std::string ScriptRewriter::join(const std::vector<SqlPiece> &parts) const
{
    std::string text;
    for (const SqlPiece &piece : parts) {
        if (!text.empty())
            text += piece.newline ? "\n" : " ";
        text += piece.text;
    }
    return text;
}

std::string ScriptRewriter::expression(SqlNodes nodes)
{
    return join(pieces(nodes));
}

std::string ScriptRewriter::expressionList(SqlNodes nodes)
{
    std::string text;
    for (const SqlNodes part : split(nodes)) {
        if (!text.empty())
            text += ", ";
        text += expression(part);
    }
    return text;
}

std::vector<SqlPiece> ScriptRewriter::pieces(SqlNodes nodes)
{
    SqlCursor cursor(nodes);
    std::vector<SqlPiece> out;
    while (!cursor.atEnd() && !failed())
        step(cursor, out);
    compareDates(out);
    return out;
}

void ScriptRewriter::step(SqlCursor &cursor, std::vector<SqlPiece> &out)
{
    const SqlNode &node = cursor.peek();
    const auto sign = [&](std::string text) {
        cursor.skip();
        SqlPiece piece;
        piece.kind = SqlPiece::Kind::Operator;
        piece.text = std::move(text);
        piece.newline = node.newline;
        out.push_back(std::move(piece));
    };
    if (node.kind == Kind::Sign) {
        if ((node.text == "+" || node.text == "-") && dateArithmetic(cursor, out))
            return;
        if (node.text == "/")
            return sign("* 1.0 /");
        if (node.text == "~" || node.text == "~*")
            return sign("REGEXP");
        return sign(node.text);
    }
    if (isKeyword(node)) {
        if (node.isWord("ILIKE"))
            return sign("MATCH");
        if (node.isWord("RLIKE"))
            return sign("REGEXP");
        if (node.isWord("SIMILAR") || node.isWord("IGNORE") || node.isWord("RESPECT") || node.isWord("WITHIN")) {
            unsupported(node, model::toQString(node.upper + " " + cursor.peek(1).upper));
            return;
        }
        const bool list = node.isWord("LIKE") && (cursor.peek(1).isWord("ANY") || cursor.peek(1).isWord("ALL"));
        if (list) {
            unsupported(node, QStringLiteral("LIKE ANY"));
            return;
        }
        return sign(node.upper);
    }
    SqlPiece piece = primary(cursor);
    piece.newline = node.newline;
    out.push_back(std::move(piece));
}

SqlPiece ScriptRewriter::primary(SqlCursor &cursor)
{
    const SqlNode &node = cursor.peek();
    SqlPiece piece;
    switch (node.kind) {
    case Kind::Text:
        cursor.skip();
        piece.text = sqlText(node.text);
        if (const auto moment = model::momentFromIso(node.text))
            piece.isoText = model::isoText(*moment);
        break;
    case Kind::Number:
    case Kind::Parameter:
        cursor.skip();
        piece.text = node.text;
        break;
    case Kind::Group:
        cursor.skip();
        piece = group(node);
        break;
    case Kind::Name:
        piece = column(cursor);
        break;
    case Kind::Word:
        piece = word(cursor);
        break;
    case Kind::Sign:
        cursor.skip();
        piece.text = node.text; // a sign before a number, or a star
        if (node.isSign("-") || node.isSign("+"))
            piece.text += primary(cursor).text;
        return piece;
    }
    postfix(cursor, piece);
    return piece;
}

SqlPiece ScriptRewriter::group(const SqlNode &node)
{
    SqlPiece piece;
    const bool isQuery =
        !node.children.empty() && (node.children.front().isWord("SELECT") || node.children.front().isWord("WITH"));
    if (node.text == "[") {
        piece.text = "json_array(" + expressionList(node.children) + ")";
        return piece;
    }
    if (isQuery) {
        piece.text = "(" + query(node.children) + ")";
        return piece;
    }
    const std::vector<SqlNodes> parts = split(node.children);
    if (parts.size() == 1) {
        const auto inner = pieces(parts.front());
        piece.text = "(" + join(inner) + ")";
        piece.isDate = inner.size() == 1 && inner.front().isDate;
        return piece;
    }
    piece.text = "(" + expressionList(node.children) + ")";
    return piece;
}

SqlPiece ScriptRewriter::word(SqlCursor &cursor)
{
    static constexpr auto days = std::to_array<std::string_view>({"CURRENT_DATE"});
    static constexpr auto moments =
        std::to_array<std::string_view>({"CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "SYSDATE", "GETDATE", "SYSTIMESTAMP",
                                         "SYSDATETIME", "CURRENT_DATETIME", "NOW"});
    static constexpr auto dated = std::to_array<std::string_view>(
        {"DATE", "TIMESTAMP", "DATETIME", "TIMESTAMP_NTZ", "TIMESTAMP_TZ", "TIMESTAMP_LTZ", "TIMESTAMPTZ"});
    const SqlNode &node = cursor.peek();
    const bool called = cursor.peek(1).isGroup() && cursor.peek(1).children.size() <= 1;
    const bool needsCall = node.isWord("NOW") || node.isWord("GETDATE") || node.isWord("SYSDATE");
    if (isIn(node.upper, days) || (isIn(node.upper, moments) && (called || !needsCall))) {
        cursor.skip(called ? 2 : 1);
        return clock(node, isIn(node.upper, days));
    }
    if (isIn(node.upper, dated) && cursor.peek(1).kind == Kind::Text) {
        cursor.skip();
        SqlPiece piece;
        const SqlNode &text = cursor.take();
        const auto moment = model::momentFromIso(text.text);
        if (!moment)
            fail(text, Texts::tr("“%1” is no date in the form 2026-04-21.").arg(model::toQString(text.text)));
        else
            piece.text = sqlText(model::isoText(*moment));
        piece.isDate = true;
        return piece;
    }
    if (node.isWord("CASE"))
        return caseOf(cursor);
    if (node.isWord("INTERVAL")) {
        SqlPiece piece;
        unsupported(cursor.take(), Texts::tr("An interval that is not added to a date"));
        return piece;
    }
    if (node.isWord("NULL") || node.isWord("TRUE") || node.isWord("FALSE")) {
        SqlPiece piece;
        piece.text = cursor.take().upper;
        return piece;
    }
    if (node.isWord("ARRAY") && cursor.peek(1).kind == Kind::Group) {
        cursor.skip();
        return group(cursor.take());
    }
    return cursor.peek(1).isGroup() ? call(cursor) : column(cursor);
}

SqlPiece ScriptRewriter::column(SqlCursor &cursor)
{
    std::vector<const SqlNode *> parts{&cursor.take()};
    while (cursor.peek().isSign(".")) {
        cursor.skip();
        parts.push_back(&cursor.take());
    }
    SqlPiece piece;
    const SqlNode &last = *parts.back();
    const std::string name = last.isSign("*") ? "*" : sqlNameOf(last);
    piece.text = parts.size() > 1 ? sqlNameOf(*parts[parts.size() - 2]) + "." + name : name; // of DB.S.T.C: T.C
    piece.name = last.text;
    piece.isDate = m_dates.contains(foldSql(last.text));
    return piece;
}

SqlPiece ScriptRewriter::caseOf(SqlCursor &cursor)
{
    const SqlNode &opened = cursor.take();
    SqlPiece piece;
    std::vector<SqlPiece> parts;
    bool date = false;
    while (!cursor.atEnd() && !cursor.peek().isWord("END") && !failed()) {
        const bool value = cursor.peek().isWord("THEN") || cursor.peek().isWord("ELSE");
        const std::size_t before = parts.size();
        step(cursor, parts);
        if (value && parts.size() > before && !cursor.atEnd() && !cursor.peek().isWord("END")) {
            step(cursor, parts);
            date = date || parts.back().isDate;
        }
    }
    if (!cursor.takeWord("END") && !failed())
        fail(opened, Texts::tr("This CASE has no END."));
    compareDates(parts);
    piece.text = "CASE " + join(parts) + " END";
    piece.isDate = date;
    return piece;
}

void ScriptRewriter::postfix(SqlCursor &cursor, SqlPiece &piece)
{
    while (!failed()) {
        const SqlNode &node = cursor.peek();
        if (node.isSign("::")) {
            cursor.skip();
            bool isDate = false;
            piece.text = castTo(piece, cursor, isDate);
            piece.isDate = isDate;
        } else if (node.isSign(":") && (cursor.peek(1).kind == Kind::Word || cursor.peek(1).kind == Kind::Name)) {
            cursor.skip();
            std::string path = "$." + quotedName(cursor.take().text);
            while ((cursor.peek().isSign(".") && cursor.peek(1).kind != Kind::Sign) || cursor.peek().text == "[") {
                if (cursor.takeSign("."))
                    path += "." + quotedName(cursor.take().text);
                else
                    path += "[" + expression(cursor.take().children) + "]";
            }
            piece.text = "json_extract(" + piece.text + ", " + sqlText(path) + ")";
            piece.isDate = false;
        } else if (node.kind == Kind::Group && node.text == "[") {
            cursor.skip();
            piece.text = "json_extract(" + piece.text + ", '$[' || (" + expression(node.children) + ") || ']')";
        } else if (node.isWord("OVER")) {
            cursor.skip();
            const SqlNode &window = cursor.take();
            piece.text +=
                window.isGroup() ? " OVER (" + expressionList(window.children) + ")" : " OVER " + sqlNameOf(window);
        } else if (node.isWord("FILTER") && cursor.peek(1).isGroup()) {
            cursor.skip();
            piece.text += " FILTER (" + expression(cursor.take().children) + ")";
        } else {
            return;
        }
        piece.isoText.clear();
        piece.name.clear();
    }
}

// The type behind :: or AS.
std::string ScriptRewriter::castTo(const SqlPiece &piece, SqlCursor &cursor, bool &isDate)
{
    const SqlNode &type = cursor.take();
    const std::string &name = type.upper;
    std::string digits;
    if (cursor.peek().isGroup())
        digits = expressionList(cursor.take().children);
    const auto endsWith = [&](std::initializer_list<std::string_view> words) {
        for (const std::string_view word : words)
            cursor.takeWord(word);
    };
    isDate = name == "DATE" || name.starts_with("TIMESTAMP") || name.starts_with("DATETIME");
    if (isDate) {
        endsWith({"WITHOUT", "WITH", "LOCAL", "TIME", "ZONE"});
        return name == "DATE" ? "wh_date(" + piece.text + ")" : "wh_moment(" + piece.text + ")";
    }
    if (name == "INT" || name == "INTEGER" || name == "BIGINT" || name == "SMALLINT" || name == "TINYINT" ||
        name == "BYTEINT" || name == "INT64" || name == "INT4" || name == "INT8" || name == "INT2")
        return "wh_whole(" + piece.text + ", 0)";
    if (name == "NUMBER" || name == "NUMERIC" || name == "DECIMAL" || name == "BIGNUMERIC") {
        const std::size_t comma = digits.find(", ");
        const std::string scale = comma == std::string::npos ? "0" : digits.substr(comma + 2);
        return digits.empty() && name != "NUMBER" ? "wh_number(" + piece.text + ")"
                                                  : "wh_whole(" + piece.text + ", " + scale + ")";
    }
    if (name == "FLOAT" || name == "DOUBLE" || name == "REAL" || name == "FLOAT64" || name == "FLOAT8" ||
        name == "FLOAT4") {
        endsWith({"PRECISION"});
        return "wh_number(" + piece.text + ")";
    }
    if (name == "VARCHAR" || name == "TEXT" || name == "STRING" || name == "CHAR" || name == "NVARCHAR" ||
        name == "CHARACTER" || name == "NCHAR" || name == "BPCHAR") {
        endsWith({"VARYING"});
        if (cursor.peek().isGroup())
            cursor.skip();
        return "wh_text(" + piece.text + ")";
    }
    if (name == "BOOLEAN" || name == "BOOL")
        return "wh_logical(" + piece.text + ")";
    if (name == "VARIANT" || name == "JSON" || name == "JSONB" || name == "OBJECT" || name == "ARRAY" ||
        name == "SUPER")
        return piece.text;
    return unsupported(type, Texts::tr("The type %1").arg(model::toQString(type.text)));
}

} // namespace tessera::adapters
