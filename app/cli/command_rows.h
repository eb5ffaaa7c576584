// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include "adapters/query/run_element.h"
#include "model/names/name_lookup.h"
#include "model/query/element_rows.h"
#include "model/workbook/workbook.h"

namespace tessera::app {

// Rows for pictures made without a window: an element's are computed, on this thread, when they are first painted.
class CommandRows : public model::query::RowsSource
{
public:
    // `dataFolder`: CSV files that stand for tables, "" for none; where it has none, rows are made up. `now`: what
    // formulas and filters take for the present, and when made-up dates end. `workbook` outlives it. Errors: Io when
    // there is no room for temporary files; what opening a connection gives.
    static model::Result<std::unique_ptr<CommandRows>> make(const model::Workbook &workbook, const QString &dataFolder,
                                                            model::Moment now);

    model::query::ElementRowsPtr rowsOf(const model::Key &element) const override;
    const model::query::ControlValues &controls() const override { return m_options.controls; }

private:
    CommandRows(const model::Workbook &workbook, const QString &dataFolder, model::Moment now,
                std::unique_ptr<adapters::TableStore> store, std::unique_ptr<adapters::SqliteConnection> connection);

    const model::Workbook &m_workbook;
    model::NameIndex m_names;
    adapters::LocalSettings m_settings;
    std::unique_ptr<adapters::TableStore> m_store;
    std::unique_ptr<adapters::SqliteConnection> m_connection;
    model::query::QueryOptions m_options;
    mutable adapters::LocalTables m_tables;
    mutable std::map<model::Key, model::query::ElementRowsPtr> m_rows;
};

// The folder "data" beside a workbook file; "" where there is none.
QString dataFolderBeside(const QString &file);

} // namespace tessera::app
