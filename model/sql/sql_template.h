// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tessera::model::sql {

// A piece of SQL. `atomic`: a name, a literal, a call or something in parentheses, so that it can stand beside any
// operator.
struct Sql
{
    std::string text;
    bool atomic = true;

    std::string operand() const { return atomic ? text : '(' + text + ')'; }
};

// SQL with holes, as resources/functions/sql holds it:
//   {1}            argument 1; in parentheses where an operator stands beside it
//   {2?0}          argument 2, or the text after ? when it is not given
//   {*}  {2*}      all arguments (from the second on), separated by ", "
//   {2*~ AND }     the same with another separator
//   {1*~ + ~coalesce(@, 0)}  each argument put in place of @, its number in place of #, argument 1
//                  in place of $1
//   {json:1}  {json:*}       an argument passed through the dialect's row "#json"
//   {over}         of an aggregate: " OVER (…)" when it stands over a partition, else nothing
//   {order}        " ORDER BY …" of an aggregate that respects an order, when there is one
//   {w}  {p}       PARTITION BY … ORDER BY … of a window, and the first part alone
//   {, keys}       the order of a window behind another key, with the comma
//   {p, }          PARTITION BY with all keys and a comma, for one more key
//   {within}       {order} as WITHIN GROUP (…)
//   {sorted}       the order as arguments of an aggregate registered on SQLite
//   {type} {types} a letter for the type of the first argument (of each), for functions registered on SQLite
//   {frame}        the rows of a moving window
//   {h1}           a helper column, see function_sql.h
class SqlTemplate
{
public:
    struct Values
    {
        std::vector<Sql> arguments;
        // {name:…}: an argument passed through another row. Precondition: set when a template uses it.
        std::function<Sql(std::string_view name, std::size_t index)> through;
        std::function<std::string(std::string_view name)> word; // {over}, {order}, {w} …
    };

    explicit SqlTemplate(std::string_view text);

    Sql fill(const Values &values) const;
    bool uses(std::string_view word) const;
    // How often each argument appears at most, to see whether it would be computed several times.
    int mostUses() const { return m_mostUses; }

private:
    struct Part
    {
        enum class Kind
        {
            Text,
            Argument,
            Rest,
            Word,
        };
        Kind kind = Kind::Text;
        std::string text; // of Text and Word; default of Argument; separator of Rest
        std::string item; // of Rest: what each argument is put into
        std::string through;
        std::size_t index = 0;
        bool bare = false; // nothing beside it binds, so no parentheses are needed
        bool hasDefault = false;
    };

    void readHole(std::string_view hole);
    void addText(std::string_view text);
    std::string argument(const Part &part, const Values &values, std::size_t index) const;
    std::string rest(const Part &part, const Values &values) const;

    std::vector<Part> m_parts;
    bool m_atomic = true;
    int m_mostUses = 0;
};

// Whether a text is one operand for any operator: a name, a number, a quoted text, a call, CASE … END or in
// parentheses.
bool isAtomicSql(std::string_view text);

} // namespace tessera::model::sql
