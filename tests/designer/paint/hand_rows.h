// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "model/query/element_rows.h"

namespace tessera::tests {

// A table from columns of values: {{"r", "Region", {"West", "North"}}, …}.
struct HandColumn
{
    std::string id;
    std::vector<model::Value> values;
};
model::query::ResultPtr handTable(const std::vector<HandColumn> &columns);

// Rows written by hand, by element.
class HandRows : public model::query::RowsSource
{
public:
    model::query::ElementRowsPtr rowsOf(const model::Key &element) const override;
    const model::query::ControlValues &controls() const override { return m_controls; }

    model::query::ElementRows &at(const std::string &element) { return m_rows[element]; }
    // Ready rows.
    model::query::ElementRows &set(const std::string &element, const std::vector<HandColumn> &columns);

    model::query::ControlValues m_controls;

private:
    std::map<std::string, model::query::ElementRows> m_rows;
};

// Answers for every element of everyKind().
HandRows everyAnswer();

// The same with the rows of one element made hard: 0 none, 1 one row, 2 all Null, 3 numbers below zero, 4 numbers near
// the ends of doubles, 5 dates far away, 6 a hundred thousand different keys, 7 no numbers but infinite ones and NaN, 8
// all below zero, 9 all zero.
HandRows hardAnswer(HandRows rows, const std::string &element, int what);

} // namespace tessera::tests
