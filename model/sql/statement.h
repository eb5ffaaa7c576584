// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "model/formula/scalar/scalar.h"
#include "model/query/relation.h"
#include "model/sql/dialect.h"

namespace tessera::model::sql {

// Something a dialect cannot express. The statement is then empty: there is never wrong SQL.
struct DialectProblem
{
    QString message;
    QString hint;
};

struct Statement
{
    std::string text;              // one SELECT, no trailing semicolon
    std::vector<Value> parameters; // for the placeholders ("?"), in order
    std::vector<query::Column> columns;
    std::vector<DialectProblem> problems;
    bool isValid() const { return problems.empty(); }
};

struct EmitOptions
{
    bool spellParameters = false; // literal text instead of placeholders: for reading and copying
    bool pretty = true;           // one clause a line, indented; else one line
    // How a table of a plan is written where it is not the path itself (local copies): SQL text, names already quoted.
    // "" falls back to the path. Columns of such a table have the names of the plan.
    std::function<std::string(const query::TableSource &)> tableText;
    // What Now(), Today(), CurrentUserEmail() … are. None: the database's own clock, and no user.
    std::optional<formula::Environment> environment;
};

// The rows of a relation as one SELECT. Total: what cannot be expressed becomes a problem. Columns come in the order of
// the relation; a name may be shortened where the product limits its length.
Statement emitSql(const query::RelationPtr &relation, Dialect dialect, const EmitOptions &options = {});

} // namespace tessera::model::sql
