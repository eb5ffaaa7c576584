// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "adapters/query/script_rewriter.h"
#include "adapters/query/sqlite_connection.h"
#include "model/base/text.h"
#include "model/formula/lexer.h"

// The parts of a script's FROM: tables, queries, joins, rows that a function makes.

namespace tessera::adapters {

using model::ErrorCode;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::WarehouseSql)
};

constexpr std::array<std::string_view, 9> joinWords = {"JOIN",  "INNER", "LEFT",    "RIGHT", "FULL",
                                                       "OUTER", "CROSS", "NATURAL", "ON"};

template <std::size_t count>
bool isOneOf(const SqlNode &node, const std::array<std::string_view, count> &words)
{
    return node.kind == SqlNode::Kind::Word && std::ranges::find(words, node.upper) != words.end();
}

bool isJoinWord(const SqlNode &node)
{
    return node.kind == SqlNode::Kind::Word && std::ranges::find(joinWords, node.upper) != joinWords.end();
}

bool startsQuery(SqlNodes nodes)
{
    return !nodes.empty() &&
           (nodes.front().isWord("SELECT") || nodes.front().isWord("WITH") || nodes.front().isWord("VALUES"));
}

} // namespace

std::string ScriptRewriter::fromClause(SqlNodes nodes)
{
    SqlCursor cursor(nodes);
    std::string text = fromItem(cursor);
    while (!cursor.atEnd() && !failed()) {
        if (cursor.takeSign(",")) {
            text += ", " + fromItem(cursor);
        } else if (cursor.peek().isWord("USING")) {
            cursor.skip();
            text += " USING (" + expressionList(cursor.take().children) + ")";
        } else if (cursor.takeWord("ON")) {
            const std::size_t from = cursor.at();
            while (!cursor.atEnd() && !cursor.peek().isSign(",") && !isJoinWord(cursor.peek()))
                cursor.skip();
            text += " ON " + expression(nodes.subspan(from, cursor.at() - from));
        } else if (isJoinWord(cursor.peek())) {
            const SqlNode &word = cursor.take();
            text += (word.newline ? "\n" : " ") + word.upper;
            if (word.isWord("JOIN"))
                text += " " + fromItem(cursor);
        } else {
            return unsupported(cursor.peek(), model::toQString(cursor.peek().text));
        }
    }
    return text;
}

std::string ScriptRewriter::values(SqlCursor &cursor)
{
    std::string text = "VALUES ";
    while (cursor.peek().isGroup()) {
        text += "(" + expressionList(cursor.take().children) + ")";
        if (!cursor.peek().isSign(",") || !cursor.peek(1).isGroup())
            break;
        cursor.skip();
        text += ", ";
    }
    return text;
}

std::string ScriptRewriter::fromItem(SqlCursor &cursor)
{
    const SqlNode &first = cursor.peek();
    if (first.isWord("LATERAL") || first.isWord("UNNEST") || first.isWord("FLATTEN"))
        return unsupported(first, model::toQString(first.upper));
    if (first.isGroup()) {
        cursor.skip();
        const bool inner = startsQuery(first.children) || (!first.children.empty() && first.children.front().isGroup());
        if (inner && first.children.front().isWord("VALUES")) {
            SqlCursor content(first.children);
            content.skip();
            return withAlias("(" + values(content) + ")", cursor, {}, false);
        }
        return withAlias("(" + (inner ? query(first.children) : fromClause(first.children)) + ")", cursor, {}, false);
    }
    if (first.isWord("VALUES")) {
        cursor.skip();
        return withAlias("(" + values(cursor) + ")", cursor, {}, false);
    }
    if (first.isWord("TABLE") && cursor.peek(1).isGroup()) {
        cursor.skip();
        return withAlias(generatedRows(cursor.take(), first), cursor, {}, false);
    }
    if (first.isWord("GENERATE_SERIES") && cursor.peek(1).isGroup()) {
        cursor.skip();
        const SqlNode &arguments = cursor.take();
        const std::size_t alias = cursor.peek().isWord("AS") ? 1 : 0;
        const bool named = cursor.peek(alias).kind == SqlNode::Kind::Word && !isJoinWord(cursor.peek(alias));
        const bool listed = named && cursor.peek(alias + 1).isGroup();
        return withAlias(series(arguments, named && !listed ? cursor.peek(alias).text : "generate_series"), cursor, {},
                         false);
    }
    if (first.kind != SqlNode::Kind::Word && first.kind != SqlNode::Kind::Name)
        return fail(first, Texts::tr("The name of a table is expected here."));
    if (first.kind == SqlNode::Kind::Word && cursor.peek(1).isGroup())
        return unsupported(first, Texts::tr("The table function %1").arg(model::toQString(first.upper)));
    std::string alias;
    std::string text = namedTable(cursor, alias);
    return withAlias(std::move(text), cursor, std::move(alias), true);
}

std::string ScriptRewriter::namedTable(SqlCursor &cursor, std::string &alias)
{
    const SqlNode &first = cursor.take();
    std::vector<std::string> path{first.text};
    while (cursor.peek().isSign(".")) {
        cursor.skip();
        path.push_back(cursor.take().text);
    }
    if (path.size() == 1) {
        for (const auto &names : m_withs) {
            if (names.contains(foldSql(path.front())))
                return sqlNameOf(first);
        }
        if (const std::size_t dot = first.text.find('.');
            first.kind == SqlNode::Kind::Name && dot != std::string::npos) {
            path.clear(); // BigQuery quotes a whole path: `project.set.table`
            std::string part;
            for (const char c : first.text + ".") {
                if (c != '.') {
                    part += c;
                    continue;
                }
                path.push_back(part);
                part.clear();
            }
        }
    }
    alias = path.back();
    const auto table = m_context.table(path);
    if (!table) {
        if (!m_error) {
            m_error = table.error();
            const model::Location place = placeIn(m_sql, first.offset);
            m_error->where.line = place.line;
            m_error->where.column = place.column;
        }
        return {};
    }
    for (const auto &known : table->columns) {
        if (known.type == model::formula::ValueType::Date)
            m_dates.insert(foldSql(known.name));
    }
    return table->text;
}

// The alias of a table, with names for its columns: SQLite knows those for WITH only.
std::string ScriptRewriter::withAlias(std::string text, SqlCursor &cursor, std::string alias, bool required)
{
    static constexpr std::array<std::string_view, 8> refused = {"SAMPLE",          "TABLESAMPLE", "PIVOT",  "UNPIVOT",
                                                                "MATCH_RECOGNIZE", "AT",          "BEFORE", "CHANGES"};
    const bool as = cursor.takeWord("AS");
    const SqlNode &next = cursor.peek();
    if (isOneOf(next, refused) && cursor.peek(1).isGroup())
        return unsupported(next, model::toQString(next.upper));
    const bool named = next.kind == SqlNode::Kind::Name ||
                       (next.kind == SqlNode::Kind::Word && !isJoinWord(next) && !next.isWord("USING"));
    if (as || named) {
        alias = next.text;
        required = true;
        cursor.skip();
        if (cursor.peek().isGroup()) {
            const std::string inner = text.front() == '(' ? text : "(SELECT * FROM " + text + ")";
            const std::string names = expressionList(cursor.take().children);
            text = "(WITH " + quotedName(alias) + " (" + names + ") AS " + inner + " SELECT * FROM " +
                   quotedName(alias) + ")";
        }
    }
    return required && !alias.empty() ? text + " AS " + quotedName(alias) : text;
}

// TABLE(GENERATOR(ROWCOUNT => n)): n rows; SEQ4() and its kin count them.
std::string ScriptRewriter::generatedRows(const SqlNode &arguments, const SqlNode &place)
{
    SqlCursor cursor(arguments.children);
    if (!cursor.takeWord("GENERATOR") || !cursor.peek().isGroup())
        return unsupported(place, Texts::tr("A table function"));
    for (const SqlNodes argument : split(cursor.peek().children)) {
        if (argument.size() >= 3 && argument[0].isWord("ROWCOUNT") && argument[1].isSign("=>")) {
            const std::string count = expression(argument.subspan(2));
            return "(WITH RECURSIVE \"rows\" (\"tessera seq\") AS (SELECT 0 WHERE (" + count +
                   ") > 0 UNION ALL SELECT \"tessera seq\" + 1 FROM \"rows\" WHERE \"tessera seq\" + 1 < (" + count +
                   ")) SELECT \"tessera seq\" FROM \"rows\")";
        }
    }
    return unsupported(place, Texts::tr("GENERATOR without ROWCOUNT"));
}

std::string ScriptRewriter::series(const SqlNode &arguments, const std::string &column)
{
    const std::vector<SqlNodes> parts = split(arguments.children);
    if (parts.size() < 2 || parts.size() > 3)
        return fail(arguments, Texts::tr("generate_series takes a start, an end and a step."));
    const std::string name = quotedName(column);
    std::string next = name + " + 1";
    if (parts.size() == 3) {
        SqlCursor step(parts[2]);
        SqlPiece base;
        base.text = name;
        next = step.peek().isWord("INTERVAL") ? shifted(base, step, false) : name + " + (" + expression(parts[2]) + ")";
    }
    const bool back = parts.size() == 3 && parts[2].front().isSign("-");
    const std::string first = expression(parts[0]), last = "(" + expression(parts[1]) + ")";
    const std::string compare = back ? " >= " : " <= ";
    return "(WITH RECURSIVE \"series\" (" + name + ") AS (SELECT " + first + " WHERE (" + first + ")" + compare + last +
           " UNION ALL SELECT " + next + " FROM \"series\" WHERE " + next + compare + last + ") SELECT " + name +
           " FROM \"series\")";
}

} // namespace tessera::adapters
