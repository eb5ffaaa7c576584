// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "model/formula/lexer.h"
#include "model/formula/scope.h"

namespace tessera::model::formula {

// Columns of one element on the source "Orders", a list control and a date-range control.
class OrdersScope : public Scope
{
public:
    Found resolve(const ColumnReference &reference) const override
    {
        if (reference.hasPrefix && foldName(reference.prefix) != "orders")
            return {{}, false, true, false};
        const auto &names = reference.hasPrefix ? m_source : m_own;
        const auto it = names.find(foldName(reference.name));
        if (it == names.end())
            return {};
        return {it->second, false, false, false};
    }
    std::vector<std::string> candidates(const ColumnReference &reference) const override
    {
        std::vector<std::string> out;
        for (const auto &[name, symbol] : reference.hasPrefix ? m_source : m_own)
            out.push_back(reference.hasPrefix ? "Orders/" + symbol.name : symbol.name);
        return out;
    }

private:
    static Symbol symbol(SymbolKind kind, const char *name, ValueType type, bool range = false, bool list = false)
    {
        return {kind, "e", name, name, type, range, list};
    }
    std::map<std::string, Symbol> m_own = {
        {"amount", symbol(SymbolKind::Sibling, "Amount", ValueType::Number)},
        {"day", symbol(SymbolKind::Sibling, "Day", ValueType::Date)},
        {"region", symbol(SymbolKind::Sibling, "Region", ValueType::Text)},
        {"payload", symbol(SymbolKind::Sibling, "Payload", ValueType::Variant)},
        {"raw", symbol(SymbolKind::Sibling, "Raw", ValueType::Any)},
        {"pregions", symbol(SymbolKind::Control, "pRegions", ValueType::Text, false, true)},
        {"pdates", symbol(SymbolKind::Control, "pDates", ValueType::Date, true)}};
    std::map<std::string, Symbol> m_source = {{"revenue", symbol(SymbolKind::Source, "Revenue", ValueType::Number)}};
};

} // namespace tessera::model::formula
