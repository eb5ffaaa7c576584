// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/plan_fixture.h"

namespace tessera::tests {

// Seven orders, small enough to compute by hand. Amounts in order: 20, 30, 40, 12, 75, Null, 40.
inline const char *const ordersCsv = R"(ID,REGION,DAY,PRODUCT,QTY,PRICE
1,West,2024-01-05,Desk,2,10
2,West,2024-01-20,Floor,1,30
3,West,2024-02-03,Desk,4,10
4,East,2024-01-11,Desk,1,12
5,East,2024-02-14,Floor,3,25
6,East,2024-03-02,Floor,,25
7,,2024-02-20,Desk,5,8
)";

inline const char *const ordersBase = R"J({"id": "base", "kind": "table", "name": "Base",
 "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["DB", "SC", "ORDERS"]},
 "columns": [{"id": "id", "name": "Id", "formula": "[ORDERS/Id]"}, {"id": "region", "name": "Region", "formula": "[ORDERS/REGION]"},
             {"id": "day", "name": "Day", "formula": "[ORDERS/DAY]"}, {"id": "product", "name": "Product", "formula": "[ORDERS/PRODUCT]"},
             {"id": "amount", "name": "Amount", "formula": "[ORDERS/QTY] * [ORDERS/PRICE]"}]})J";

// `elements`: JSON objects with commas between; the table "base" stands before them.
inline PlanFixture orders(const std::string &elements)
{
    PlanFixture fixture(std::string("[") + ordersBase + (elements.empty() ? "" : ", ") + elements + "]");
    fixture.table("ORDERS", ordersCsv);
    return fixture;
}

} // namespace tessera::tests
