// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "adapters/query/script_rewriter.h"
#include "adapters/query/sqlite_connection.h"
#include "model/base/text.h"
#include "model/formula/lexer.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Result;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::WarehouseSql)
};

constexpr std::array<std::string_view, 4> setOperators = {"UNION", "INTERSECT", "EXCEPT", "MINUS"};

// What starts a clause of SELECT at its own level.
constexpr std::array<std::string_view, 11> clauseWords = {"FROM",  "WHERE", "GROUP",  "HAVING", "QUALIFY", "WINDOW",
                                                          "ORDER", "LIMIT", "OFFSET", "FETCH",  "CONNECT"};

template <std::size_t count>
bool isOneOf(const SqlNode &node, const std::array<std::string_view, count> &words)
{
    return node.kind == SqlNode::Kind::Word && std::ranges::find(words, node.upper) != words.end();
}

bool startsQuery(SqlNodes nodes)
{
    return !nodes.empty() &&
           (nodes.front().isWord("SELECT") || nodes.front().isWord("WITH") || nodes.front().isWord("VALUES"));
}

// "FROM" of "IS DISTINCT FROM" starts no clause.
bool startsClause(SqlNodes nodes, std::size_t at)
{
    if (!isOneOf(nodes[at], clauseWords))
        return false;
    return !(nodes[at].isWord("FROM") && at >= 2 && nodes[at - 1].isWord("DISTINCT"));
}

struct Clause
{
    const SqlNode *word = nullptr;
    SqlNodes content; // behind the word, and behind BY
};

std::vector<Clause> clausesOf(SqlNodes nodes, std::size_t from)
{
    std::vector<Clause> clauses;
    for (std::size_t at = from; at < nodes.size();) {
        std::size_t end = at + 1;
        while (end < nodes.size() && !startsClause(nodes, end))
            ++end;
        std::size_t content = at + 1;
        if (content < end && nodes[content].isWord("BY"))
            ++content;
        clauses.push_back({&nodes[at], nodes.subspan(content, end - content)});
        at = end;
    }
    return clauses;
}

// The alias at the end of an item of a select list; null when there is none.
const SqlNode *aliasOf(SqlNodes item)
{
    if (item.size() < 2)
        return nullptr;
    const SqlNode &last = item.back(), &before = item[item.size() - 2];
    const bool named = last.kind == SqlNode::Kind::Name ||
                       (last.kind == SqlNode::Kind::Word && !last.isWord("END") && !last.isWord("NULL"));
    const bool operand = before.kind != SqlNode::Kind::Sign && !before.isWord("OVER") && !before.isWord("INTERVAL") &&
                         !before.isWord("DATE") && !before.isWord("AND") && !before.isWord("OR") &&
                         !before.isWord("NOT") && !before.isWord("IS") && !before.isWord("LIKE");
    return named && operand ? &last : nullptr;
}

} // namespace

Result<Script> rewriteScript(std::string_view sql, const ScriptContext &context)
{
    return ScriptRewriter(sql, context).run();
}

Result<std::vector<std::vector<std::string>>> tablesOfScript(std::string_view sql)
{
    std::vector<std::vector<std::string>> paths;
    ScriptContext context;
    context.table = [&](const std::vector<std::string> &path) -> Result<ScriptTable> {
        if (std::ranges::find(paths, path) == paths.end())
            paths.push_back(path);
        return ScriptTable{"\"" + path.back() + "\"", {}};
    };
    context.hasFunction = [](const std::string &) { return true; };
    if (const auto script = rewriteScript(sql, context); !script)
        return model::fail(script.error());
    return paths;
}

Result<Script> ScriptRewriter::run()
{
    const auto nodes = readSql(m_sql);
    if (!nodes)
        return model::fail(nodes.error());
    if (nodes->empty())
        return model::fail(ErrorCode::Invalid, Texts::tr("The statement is empty."));
    if (!startsQuery(*nodes) && !nodes->front().isGroup())
        fail(nodes->front(), Texts::tr("A statement that gives rows starts with SELECT or WITH."));
    else
        m_script.text = query(*nodes);
    if (m_error)
        return model::fail(*m_error);
    return m_script;
}

std::string ScriptRewriter::fail(const SqlNode &place, const QString &message, const QString &hint)
{
    if (!m_error)
        m_error = model::Error{ErrorCode::Invalid, message, hint, {}, placeIn(m_sql, place.offset)};
    return {};
}

std::string ScriptRewriter::unsupported(const SqlNode &place, const QString &what)
{
    const bool first = !m_error;
    fail(place, Texts::tr("%1 cannot be run on local data.").arg(what),
         Texts::tr("Put the statement's rows into the data folder as “sql/<element id>.csv”."));
    if (first)
        m_error->code = ErrorCode::Unsupported;
    return {};
}

std::vector<SqlNodes> ScriptRewriter::split(SqlNodes nodes)
{
    std::vector<SqlNodes> parts;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= nodes.size(); ++at) {
        if (at < nodes.size() && !nodes[at].isSign(","))
            continue;
        if (at > from || !parts.empty() || at < nodes.size())
            parts.push_back(nodes.subspan(from, at - from));
        from = at + 1;
    }
    return parts;
}

std::string ScriptRewriter::withClause(SqlCursor &cursor, SqlNodes nodes)
{
    std::string text = "WITH ";
    if (cursor.takeWord("RECURSIVE"))
        text += "RECURSIVE ";
    // A name may be used before it is explained, by itself or by those before it.
    for (std::size_t at = 0; at + 1 < nodes.size(); ++at) {
        const bool named = nodes[at].kind == SqlNode::Kind::Word || nodes[at].kind == SqlNode::Kind::Name;
        if (named && (nodes[at + 1].isWord("AS") ||
                      (nodes[at + 1].isGroup() && at + 2 < nodes.size() && nodes[at + 2].isWord("AS"))))
            m_withs.back().insert(foldSql(nodes[at].text));
    }
    while (!cursor.atEnd() && !failed()) {
        const SqlNode &name = cursor.take();
        text += sqlNameOf(name);
        if (cursor.peek().isGroup())
            text += " (" + expressionList(cursor.take().children) + ")";
        if (!cursor.takeWord("AS"))
            return fail(name, Texts::tr("After this name AS is expected."));
        if (cursor.takeWord("NOT"))
            text += " AS NOT MATERIALIZED";
        else
            text += " AS";
        cursor.takeWord("MATERIALIZED");
        if (!cursor.peek().isGroup())
            return fail(cursor.peek(), Texts::tr("A query in brackets is expected here."));
        text += " (\n" + query(cursor.take().children) + ")";
        if (!cursor.takeSign(","))
            break;
        text += ",\n";
    }
    return text + "\n";
}

std::string ScriptRewriter::query(SqlNodes nodes)
{
    m_withs.emplace_back();
    SqlCursor cursor(nodes);
    std::string text;
    if (cursor.takeWord("WITH"))
        text = withClause(cursor, nodes);
    std::size_t from = cursor.at();
    for (std::size_t at = from; at <= nodes.size() && !failed(); ++at) {
        if (at < nodes.size() && !isOneOf(nodes[at], setOperators))
            continue;
        const SqlNodes core = nodes.subspan(from, at - from);
        if (core.empty())
            fail(at < nodes.size() ? nodes[at] : nodes.back(), Texts::tr("A SELECT is missing here."));
        else if (core.front().isGroup())
            text += "SELECT * FROM (" + query(core.front().children) + ")" +
                    (core.size() > 1 ? " " + expression(core.subspan(1)) : "");
        else if (core.front().isWord("VALUES"))
            text += expression(core);
        else
            text += select(core);
        if (at == nodes.size())
            break;
        text += "\n" + (nodes[at].isWord("MINUS") ? std::string("EXCEPT") : nodes[at].upper);
        const bool all = at + 1 < nodes.size() && nodes[at + 1].isWord("ALL");
        const bool distinct = at + 1 < nodes.size() && nodes[at + 1].isWord("DISTINCT");
        text += all ? " ALL\n" : "\n";
        at += all || distinct;
        from = at + 1;
    }
    m_withs.pop_back();
    return text;
}

// Dates that a select list names are dates wherever the name is used: a guess that only decides how texts are compared.
std::string ScriptRewriter::selectList(SqlNodes nodes)
{
    std::string text;
    for (const SqlNodes item : split(nodes)) {
        const SqlNode *alias = aliasOf(item);
        if (!item.empty() && item.front().isSign("*") && item.size() > 1 && !alias)
            return unsupported(item[1], Texts::tr("“* %1”").arg(model::toQString(item[1].text)));
        const std::vector<SqlPiece> parts = pieces(item);
        if (alias && (parts.size() == 2 || (parts.size() == 3 && parts[1].text == "AS")) && parts.front().isDate)
            m_dates.insert(foldSql(alias->text));
        text += (text.empty() ? "" : ", ") + join(parts);
    }
    return text;
}

std::string ScriptRewriter::select(SqlNodes nodes)
{
    std::size_t at = 1;
    const bool distinct = at < nodes.size() && nodes[at].isWord("DISTINCT");
    at += distinct || (at < nodes.size() && nodes[at].isWord("ALL"));
    if (distinct && at < nodes.size() && nodes[at].isWord("ON"))
        return unsupported(nodes[at], QStringLiteral("DISTINCT ON"));
    std::string limit;
    if (at + 1 < nodes.size() && nodes[at].isWord("TOP")) {
        limit = "\nLIMIT " + expression(nodes.subspan(at + 1, 1));
        at += 2;
    }
    std::size_t end = at;
    while (end < nodes.size() && !startsClause(nodes, end))
        ++end;
    const SqlNodes list = nodes.subspan(at, end - at);
    const std::vector<Clause> clauses = clausesOf(nodes, end);
    // FROM first: it tells which columns are dates.
    std::string before, after;
    for (const Clause &clause : clauses) {
        if (clause.word->isWord("FROM"))
            before += "\nFROM " + fromClause(clause.content);
    }
    const std::string columns = selectList(list);
    SqlNodes qualify;
    for (const Clause &clause : clauses) {
        const std::string &word = clause.word->upper;
        if (word == "FROM")
            continue;
        if (word == "CONNECT")
            return unsupported(*clause.word, QStringLiteral("CONNECT BY"));
        if (word == "QUALIFY")
            qualify = clause.content;
        else if (word == "GROUP" && clause.content.size() == 1 && clause.content[0].isWord("ALL"))
            return unsupported(*clause.word, QStringLiteral("GROUP BY ALL"));
        else if (word == "FETCH" && clause.content.size() >= 2 && clause.content[1].kind == SqlNode::Kind::Number)
            limit = "\nLIMIT " + clause.content[1].text;
        else if (word == "LIMIT" && clause.content.size() == 1 &&
                 (clause.content[0].isWord("ALL") || clause.content[0].isWord("NULL")))
            continue;
        else if (word == "ORDER" || word == "LIMIT" || word == "OFFSET")
            after += "\n" + word + (word == "ORDER" ? " BY " : " ") + expressionList(clause.content);
        else
            before += "\n" + word + (word == "GROUP" ? " BY " : " ") + expressionList(clause.content);
    }
    after += limit;
    if (!qualify.empty())
        return qualified(list, columns, qualify, distinct, before) + after;
    return std::string("SELECT ") + (distinct ? "DISTINCT " : "") + columns + before + after;
}

// QUALIFY keeps rows by window functions: the query becomes an inner one with a helper column for each part of the
// condition that is no column of the result, the condition a WHERE around it.
std::string ScriptRewriter::qualified(SqlNodes list, const std::string &columns, SqlNodes condition, bool distinct,
                                      const std::string &rest)
{
    std::set<std::string> names;
    std::string outer;
    bool star = false;
    for (const SqlNodes item : split(list)) {
        const SqlNode *alias = aliasOf(item);
        const SqlNode &last = item.empty() ? condition.front() : item.back();
        const bool plain = last.kind == SqlNode::Kind::Word || last.kind == SqlNode::Kind::Name;
        if (!alias && !plain) {
            star = star || last.isSign("*");
            if (!last.isSign("*"))
                return fail(last, Texts::tr("With QUALIFY every column needs a name: add AS."));
            continue;
        }
        names.insert(foldSql(last.text));
        outer += (outer.empty() ? "" : ", ") + sqlNameOf(last);
    }
    std::string helpers, where;
    int count = 0;
    for (const SqlPiece &piece : pieces(condition)) {
        const bool keeps = piece.kind == SqlPiece::Kind::Operator ||
                           (!piece.name.empty() && names.contains(foldSql(piece.name))) || piece.text.front() == '\'' ||
                           (piece.text.front() >= '0' && piece.text.front() <= '9');
        if (keeps) {
            where += (where.empty() ? "" : " ") + (piece.name.empty() ? piece.text : quotedName(piece.name));
            continue;
        }
        const std::string helper = quotedName(std::string(scriptHelper) + std::to_string(++count));
        helpers += ", " + piece.text + " AS " + helper;
        where += (where.empty() ? "" : " ") + helper;
    }
    return std::string("SELECT ") + (distinct ? "DISTINCT " : "") + (star ? "*" : outer) + "\nFROM (SELECT " + columns +
           helpers + rest + ")\nWHERE " + where;
}

} // namespace tessera::adapters
