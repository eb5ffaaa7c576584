// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "adapters/query/query_service.h"
#include "designer/session/live_data.h"
#include "model/change/document.h"

namespace tessera::app {

// The query service as the views of a document know it: follows its edits.
class LiveService : public designer::LiveData
{
    Q_OBJECT

public:
    // `dataFolder`: CSV files that stand for tables, "" for none. `document` outlives the service.
    // Errors: Io when there is no room for temporary files.
    static model::Result<std::unique_ptr<LiveService>> make(model::Document &document, const QString &dataFolder);

    model::query::ElementRowsPtr rowsOf(const model::Key &element) const override { return m_service.rowsOf(element); }
    const model::query::ControlValues &controls() const override { return m_service.controls(); }
    void watch(const std::vector<model::Key> &elements) override;
    void setControl(const std::string &handle, std::optional<model::query::ControlValue> value) override;
    void resetControls() override;
    const std::vector<designer::QueryRun> &runs() const override { return m_runs; }
    void clearRuns() override;

    adapters::QueryService &service() { return m_service; }

private:
    LiveService(model::Document &document, std::shared_ptr<adapters::TableStore> store, adapters::QueryService::Settings settings);
    void follow(const model::ChangeSet &changes);
    void takeRuns();

    model::Document &m_document;
    model::NameIndex m_names;
    adapters::QueryService m_service;
    std::vector<designer::QueryRun> m_runs;
};

} // namespace tessera::app
