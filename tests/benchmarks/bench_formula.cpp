// SPDX-License-Identifier: GPL-3.0-or-later
// From the text of formulas to SQL.
#include "model/formula/binder.h"
#include "model/sql/formula_row.h"
#include "model/sql/statement.h"
#include "tests/benchmarks/bench_table.h"
#include "tests/support/function_cases.h"

using namespace tessera;
using namespace tessera::model;

int main()
{
    bench::BenchTable table;
    constexpr int wanted = 10'000;
    std::vector<std::string> formulas;
    const auto cases = tests::scalarCases();
    for (int i = 0; i < wanted; ++i) {
        const std::string &one = cases[static_cast<std::size_t>(i) % cases.size()].formula;
        formulas.push_back("If([Row] > " + std::to_string(i) + ", Text(" + one + "), [T] & \"-" + std::to_string(i) +
                           "\")");
    }
    const query::RelationPtr rows = tests::functionTable();
    int valid = 0;
    std::size_t written = 0;
    const auto compile = [&](sql::Dialect dialect) {
        valid = 0;
        written = 0;
        sql::EmitOptions options;
        options.environment = formula::Environment{};
        for (const std::string &text : formulas) {
            const formula::BoundFormula bound = formula::bindFormula(formula::parse(text), tests::rowScope());
            const auto expression = sql::expressionOf(
                bound.root, [](const formula::Symbol &symbol) { return query::use(symbol.name, symbol.type); });
            if (!expression)
                continue;
            const sql::Statement statement =
                sql::emitSql(query::makeProject(rows, {{"Result", expression}}), dialect, options);
            valid += statement.isValid() ? 1 : 0;
            written += statement.text.size();
        }
    };
    table.atMost("Parse, bind and compile 10,000 formulas for SQLite",
                 bench::medianOf(3, [&] { compile(sql::Dialect::Sqlite); }), 1000, "ms");
    table.check("All of them compile", valid == wanted && written > 1'000'000);
    table.atMost("Parse, bind and compile 10,000 formulas for PostgreSQL",
                 bench::medianOf(3, [&] { compile(sql::Dialect::Postgresql); }), 1000, "ms");
    table.check("Nearly all of them compile", valid > wanted * 95 / 100);
    return table.finish();
}
