// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/made_workbook.h"

#include <algorithm>

namespace tessera::bench {

namespace {

constexpr int perPage = 40, perRow = 4, rowsEach = 8;
constexpr const char *grid = R"xml( type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto")xml";

std::string number(int value)
{
    return std::to_string(value);
}

std::string elementText(int index)
{
    const std::string n = number(index);
    switch (index % 4) {
    case 0:
        return "    - id: bar-" + n + "\n      kind: bar-chart\n      name: Revenue " + n + R"(
      source: {kind: table, elementId: base}
      columns:
        - {id: x, name: Month, formula: 'DateTrunc("month", [Base/Day])', format: {kind: datetime, formatString: '%b %Y'}}
        - {id: y, name: Revenue, formula: 'Sum([Base/Amount])', format: {kind: number, formatString: '$,.0f'}}
      xAxis: {columnId: x}
      yAxis: {columnIds: [y]}
)";
    case 1:
        return "    - id: kpi-" + n + "\n      kind: kpi-chart\n      name: Key figure " + n + R"(
      source: {kind: table, elementId: base}
      columns:
        - {id: v, name: Value, formula: 'CountDistinct([Base/Region])', format: {kind: number, formatString: ',.0f'}}
      value: {columnId: v}
)";
    case 2:
        return "    - id: text-" + n + "\n      kind: text\n      verticalAlign: center\n      body: 'Note **" + n +
               "**: {{Sum([Base/Amount]) | $,.0f}} so far'\n";
    default:
        return "    - id: ctl-" + n + "\n      kind: control\n      controlId: pRegion" + n + R"(
      controlType: list
      name: Region
      mode: include
      selectionMode: multiple
      values: []
      source: {kind: source, source: {kind: table, elementId: base}, columnId: region}
      filters: [{source: {kind: table, elementId: base}, columnId: region}]
)";
    }
}

std::string idOf(int index)
{
    constexpr const char *prefixes[] = {"bar-", "kpi-", "text-", "ctl-"};
    return prefixes[index % 4] + number(index);
}

std::string placeText(int index)
{
    const int slot = index % perPage, column = slot % perRow * (24 / perRow) + 1, row = slot / perRow * rowsEach + 1;
    return "      <Element elementId=\"" + idOf(index) + "\" gridColumn=\"" + number(column) + " / " +
           number(column + 24 / perRow) + "\" gridRow=\"" + number(row) + " / " + number(row + rowsEach) + "\"/>\n";
}

} // namespace

std::string madeWorkbook(int elements)
{
    std::string pages, bodies, layout;
    const int made = elements - 1;
    for (int first = 0; first < made; first += perPage) {
        const std::string page = number(first / perPage + 1);
        pages += "    - {id: page-" + page + ", name: Page " + page + "}\n";
        layout += std::string("    <Page") + grid + " id=\"page-" + page + "\">\n";
        for (int index = first; index < std::min(first + perPage, made); ++index) {
            bodies += elementText(index);
            layout += placeText(index);
        }
        layout += "    </Page>\n";
    }
    return R"(name: Made for measuring
folderId: 00000000-0000-4000-8000-000000000002
contents:
  schemaVersion: 1
  kind: workbook
  pages:
)" + pages +
           R"(    - {id: data, name: Data, visibility: hidden}
  elements:
    - id: base
      kind: table
      name: Base
      source: {kind: warehouse-table, connectionId: 00000000-0000-4000-8000-000000000001, path: [SHOP, PUBLIC, SALES]}
      columns:
        - {id: day, name: Day, formula: '[SALES/DAY]'}
        - {id: region, name: Region, formula: '[SALES/REGION]'}
        - {id: amount, name: Amount, formula: '[SALES/AMOUNT]'}
)" + bodies +
           "  layout: |-\n    <?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + layout + "    <Page" + grid +
           R"( id="data">
      <Element elementId="base" gridColumn="1 / 25" gridRow="1 / 16"/>
    </Page>
)";
}

} // namespace tessera::bench
