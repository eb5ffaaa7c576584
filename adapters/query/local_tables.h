// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/query/data_folder.h"
#include "adapters/query/sample_columns.h"
#include "adapters/query/source_copies.h"
#include "adapters/query/table_store.h"
#include "model/query/element_query.h"

namespace tessera::adapters {

// Where local rows come from, in this order: the workspace (copies of tables, rows of input tables), the data folder, a
// Custom SQL statement run here, made-up rows.
struct LocalSettings
{
    QString workspace;              // its file; "": none
    QString document;               // of this workspace
    std::vector<SourceCopy> copies; // the document's, see sourceCopies
    QString dataFolder;             // "": none
    bool samples = true;            // make rows up where there are none
    std::uint64_t seed = 1;
    int sampleRows = 500; // per table
};

// The tables one state of a workbook reads, found and loaded when they are first asked for. Made for one plan, one
// thread; the store behind it is shared.
class LocalTables : public model::query::SourceColumns
{
public:
    // All arguments outlive it. `now`: what CURRENT_DATE is in scripts, and when made-up dates end.
    // `samples`: of the same workbook, shared among plans that need it; none: made when needed.
    LocalTables(TableStore &store, const LocalSettings &settings, const model::Workbook &workbook, model::Moment now,
                std::stop_token stop = {}, std::shared_ptr<const SampleCatalogue> samples = {});
    ~LocalTables() override;

    // None: not known here, or it could not be loaded (`table` says why).
    std::optional<std::vector<model::query::Column>> columnsOf(const model::query::TableSource &source) const override;
    std::optional<std::string> metricOf(const model::query::TableSource &source,
                                        const std::string &name) const override;
    // What stands for the source in FROM; "" where `table` fails.
    std::string tableText(const model::query::TableSource &source) const;
    bool isSample(const model::query::TableSource &source) const;
    // Errors: NotFound when nobody has rows for it; what is wrong with its file or statement; Cancelled.
    model::Result<LocalTablePtr> table(const model::query::TableSource &source) const;

private:
    model::Result<LocalTablePtr> find(const model::query::TableSource &source) const;
    model::Result<LocalTablePtr> runScript(const model::query::TableSource &source) const;
    model::Result<LocalTablePtr> makeSample(const model::query::TableSource &source) const;
    model::Result<LocalTablePtr> emptyInput(const model::query::TableSource &source) const;
    TableRecipe fileRecipe(const model::query::TableSource &source, const DataFolder::File &file) const;

    TableStore &m_store;
    const LocalSettings &m_settings;
    const model::Workbook &m_workbook;
    model::Moment m_now;
    std::stop_token m_stop;
    mutable std::shared_ptr<const SampleCatalogue> m_samples;
    mutable std::vector<std::pair<model::query::TableSource, model::Result<LocalTablePtr>>> m_found;
};

} // namespace tessera::adapters
