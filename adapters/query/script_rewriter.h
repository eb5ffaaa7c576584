// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <QString>

#include "adapters/query/warehouse_script.h"
#include "adapters/query/warehouse_tokens.h"

namespace tessera::adapters {

// The parts of rewriteScript; for its own files only. The first trouble is kept and everything after it does nothing.

using SqlNodes = std::span<const SqlNode>;

// Walks over the pieces of one list.
class SqlCursor
{
public:
    explicit SqlCursor(SqlNodes nodes) : m_nodes(nodes) {}
    bool atEnd() const { return m_at >= m_nodes.size(); }
    const SqlNode &peek(std::size_t ahead = 0) const; // an empty sign behind the end
    const SqlNode &take();
    bool takeWord(std::string_view word);
    bool takeSign(std::string_view sign);
    std::size_t at() const { return m_at; }
    void skip(std::size_t count = 1) { m_at += count; }

private:
    SqlNodes m_nodes;
    std::size_t m_at = 0;
};

// A rewritten piece of an expression.
struct SqlPiece
{
    enum class Kind
    {
        Operand,
        Operator, // also keywords
    };
    Kind kind = Kind::Operand;
    std::string text;
    bool isDate = false;
    std::string isoText; // of a text literal: the moment it would be; "" for everything else
    std::string name;    // of a plain column
    bool newline = false;
};

class ScriptRewriter
{
public:
    ScriptRewriter(std::string_view sql, const ScriptContext &context) : m_sql(sql), m_context(context) {}

    model::Result<Script> run();

private:
    // script_clauses.cpp
    std::string query(SqlNodes nodes);
    std::string withClause(SqlCursor &cursor, SqlNodes nodes);
    std::string select(SqlNodes nodes);
    std::string selectList(SqlNodes nodes);
    std::string qualified(SqlNodes list, const std::string &columns, SqlNodes condition, bool distinct,
                          const std::string &rest);

    // script_tables.cpp
    std::string fromClause(SqlNodes nodes);
    std::string fromItem(SqlCursor &cursor);
    std::string namedTable(SqlCursor &cursor, std::string &alias);
    std::string generatedRows(const SqlNode &arguments, const SqlNode &place);
    std::string series(const SqlNode &arguments, const std::string &column);
    std::string values(SqlCursor &cursor);
    std::string withAlias(std::string text, SqlCursor &cursor, std::string alias, bool required);

    // script_expressions.cpp
    std::string expression(SqlNodes nodes);
    std::string expressionList(SqlNodes nodes); // separated by commas
    std::vector<SqlPiece> pieces(SqlNodes nodes);
    void step(SqlCursor &cursor, std::vector<SqlPiece> &out);
    bool dateArithmetic(SqlCursor &cursor, std::vector<SqlPiece> &out);
    SqlPiece primary(SqlCursor &cursor);
    SqlPiece word(SqlCursor &cursor);
    SqlPiece column(SqlCursor &cursor);
    SqlPiece caseOf(SqlCursor &cursor);
    SqlPiece group(const SqlNode &node);
    SqlPiece term(SqlCursor &cursor);
    SqlPiece clock(const SqlNode &node, bool day);
    void postfix(SqlCursor &cursor, SqlPiece &piece);
    std::string shifted(const SqlPiece &base, SqlCursor &cursor, bool minus);
    std::string castTo(const SqlPiece &piece, SqlCursor &type, bool &isDate);
    void compareDates(std::vector<SqlPiece> &pieces) const;
    std::string join(const std::vector<SqlPiece> &pieces) const;

    // script_calls.cpp
    SqlPiece call(SqlCursor &cursor);
    std::optional<SqlPiece> dateCall(const std::string &name, const SqlNode &place,
                                     const std::vector<SqlNodes> &arguments);
    std::optional<SqlPiece> logicCall(const std::string &name, const SqlNode &place,
                                      const std::vector<SqlNodes> &arguments);
    std::optional<SqlPiece> specialCall(const std::string &name, const SqlNode &place, SqlNodes content);
    std::string unitOf(SqlNodes argument, const SqlNode &place);
    bool isUnit(SqlNodes argument) const;

    static std::vector<SqlNodes> split(SqlNodes nodes); // at commas
    std::string fail(const SqlNode &place, const QString &message, const QString &hint = {});
    std::string unsupported(const SqlNode &place, const QString &what);
    bool failed() const { return m_error.has_value(); }

    std::string_view m_sql;
    const ScriptContext &m_context;
    Script m_script;
    std::optional<model::Error> m_error;
    std::vector<std::set<std::string>> m_withs; // names of WITH, folded, inner ones last
    std::set<std::string> m_dates;              // folded names of columns known to be dates
};

std::string sqlText(std::string_view value); // a literal in single quotes
std::string sqlNameOf(const SqlNode &node);  // a word or quoted name, as SQLite takes it
std::string foldSql(std::string_view name);
// Warehouse spellings of units (yy, days, dow …), as model::dateUnit and the registered functions know them.
std::string plainUnit(std::string unit);

} // namespace tessera::adapters
