// SPDX-License-Identifier: GPL-3.0-or-later
// What a person who writes formulas waits for, with 5,000 columns to choose from.
#include <map>

#include "model/formula/binder.h"
#include "model/formula/completion.h"
#include "model/formula/fixes.h"
#include "model/formula/lexer.h"
#include "tests/benchmarks/bench_table.h"

using namespace tessera;
using namespace tessera::model;
using namespace tessera::model::formula;

namespace {

constexpr int columns = 5'000;

// Columns "Region Amount 17" of a source "Orders".
class WideScope : public formula::Scope
{
public:
    WideScope()
    {
        static const char *const words[] = {"Region",   "Amount", "Customer", "Order date",
                                            "Quantity", "Margin", "Channel",  "Store"};
        for (int i = 0; i < columns; ++i) {
            Symbol symbol;
            symbol.kind = SymbolKind::Source;
            symbol.name = std::string(words[i % 8]) + ' ' + words[(i / 8) % 8] + ' ' + std::to_string(i);
            symbol.id = std::to_string(i);
            symbol.type = i % 2 ? ValueType::Number : ValueType::Text;
            m_names.push_back("Orders/" + symbol.name);
            m_symbols.emplace(foldName(symbol.name), symbol);
        }
    }

    Found resolve(const ColumnReference &reference) const override
    {
        const auto found = m_symbols.find(foldName(reference.name));
        return found == m_symbols.end() ? Found{} : Found{found->second, false, false, false};
    }
    std::vector<std::string> candidates(const ColumnReference &reference) const override
    {
        return reference.hasPrefix ? m_names : std::vector<std::string>();
    }

private:
    std::map<std::string, Symbol> m_symbols;
    std::vector<std::string> m_names;
};

// Every state of a text while it is typed, as the editor asks.
double typing(const Vocabulary &vocabulary, const std::string &text, bench::BenchTable &table)
{
    double worst = 0;
    std::size_t offered = 0;
    for (std::size_t length = 1; length <= text.size(); ++length) {
        const std::string_view typed = std::string_view(text).substr(0, length);
        worst = std::max(worst, bench::millisecondsOf([&] {
                             offered += complete(vocabulary, completionAt(typed, static_cast<int>(length))).size();
                         }));
    }
    table.check("Typing offers completions", offered > 0);
    return worst;
}

} // namespace

int main()
{
    bench::BenchTable table;
    const WideScope scope;
    std::unique_ptr<Vocabulary> vocabulary;
    const double building = bench::medianOf(5, [&] { vocabulary = std::make_unique<Vocabulary>(scope); });
    table.check("Every column is offered", vocabulary->items().size() > columns);
    table.atMost("Learn 5,000 columns (on a worker)", building, 100, "ms");
    table.atMost("Completion of a reference, 5,000 columns, worst key", typing(*vocabulary, "Sum([amount mar 4", table),
                 20, "ms");
    table.atMost("Completion of a value, 5,000 columns, worst key", typing(*vocabulary, "amount 12", table), 20, "ms");

    std::string wrong = "0";
    for (int i = 0; i < 50; ++i)
        wrong += " + Summ([Orders/Regoin Amount " + std::to_string(i) + "])";
    BoundFormula bound;
    const double binding = bench::medianOf(5, [&] { bound = bindFormula(wrong, scope); });
    table.check("Every mistake is found", bound.problems.size() >= 100);
    table.atMost("Check a formula with 100 mistakes, 5,000 columns (on a worker)", binding, 1'000, "ms");
    table.atMost("Corrections of all of them",
                 bench::medianOf(5,
                                 [&] {
                                     fixesAt(wrong, bound.problems, {0, static_cast<int>(wrong.size())});
                                 }),
                 20, "ms");
    return table.finish();
}
