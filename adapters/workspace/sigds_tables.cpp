// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/workspace/sigds_tables.h"

#include <algorithm>

namespace tessera::adapters {

namespace {

using enum SigdsType;

SigdsColumn key(const char *name)
{
    return {name, Text, true, {}};
}

SigdsColumn time(const char *name)
{
    return {name, Time, false, "now"};
}

// The columns in the order of the product's requirements, times last.
const SigdsTable tables[sigdsTableCount] = {
    {"sigma_workbooks",
     {key("workbook_id"), {"name", LongText, true, {}}, {"properties", Json, true, {}}, time("created_at")},
     {"workbook_id"}},
    {"sigma_input_tables",
     {key("workbook_id"),
      key("id"),
      key("type"),
      {"columns", Json, true, {}},
      key("data_entry_permission"),
      {"validation_rules", Json, false, {}},
      {"governance_config", Json, false, {}},
      {"metadata", Json, false, {}},
      {"max_rows", Integer, false, {}},
      {"allow_bulk_operations", Logical, true, "1"},
      key("status"),
      time("created_at"),
      time("updated_at")},
     {"workbook_id", "id"}},
    {"sigma_layout_elements",
     {key("workbook_id"),
      key("id"),
      key("type"),
      {"config", Json, true, {}},
      {"parent_id", Text, false, {}},
      {"children", Json, true, {}},
      {"nesting_level", Integer, true, "0"},
      time("created_at")},
     {"workbook_id", "id"}},
    {"sigma_actions",
     {key("workbook_id"),
      key("id"),
      key("type"),
      {"subtype", Text, false, {}},
      {"target", LongText, false, {}},
      {"parameters", Json, true, {}},
      {"conditions", Json, false, {}},
      time("created_at")},
     {"workbook_id", "id"}},
    {"sigma_action_sequences",
     {key("workbook_id"),
      key("id"),
      {"name", LongText, false, {}},
      {"trigger", Json, true, {}},
      {"condition", Json, false, {}},
      {"actions", Json, true, {}},
      {"execution_config", Json, false, {}},
      {"stop_on_error", Logical, true, "1"},
      {"timeout_ms", Integer, true, "30000"},
      {"is_paused", Logical, true, "0"},
      time("created_at")},
     {"workbook_id", "id"}},
    {"sigma_variables",
     {key("workbook_id"),
      key("id"),
      {"name", LongText, true, {}},
      key("type"),
      {"value", Json, false, {}},
      key("scope"),
      time("created_at")},
     {"workbook_id", "id"}},
    {"sigma_input_table_rows",
     {key("workbook_id"),
      key("table_id"),
      {"row_id", Integer, true, {}},
      {"row_position", Integer, true, {}},
      {"row_values", Json, true, {}}},
     {"workbook_id", "table_id", "row_id"}},
};

} // namespace

const SigdsTable &sigdsTable(SigdsTableId table)
{
    return tables[static_cast<int>(table)];
}

int sigdsValueCount(const SigdsTable &table)
{
    return static_cast<int>(
        std::ranges::count_if(table.columns, [](const SigdsColumn &column) { return column.type != Time; }));
}

} // namespace tessera::adapters
