// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "adapters/query/query_service.h"
#include "designer/formula/formula_data.h"
#include "designer/session/live_data.h"
#include "designer/session/session.h"

namespace tessera::app {

class FormulaTables;

// Where the rows of a document come from. All may be "".
struct DataPlaces
{
    QString workspace; // its file: rows of input tables, copies of source tables
    QString document;  // of the workspace
    QString folder;    // CSV files that stand for tables
};

// The query service as the views of a document know it: follows its edits.
class LiveService : public designer::LiveData
{
    Q_OBJECT

public:
    // `session` outlives the service. Errors: Io when there is no room for temporary files.
    static model::Result<std::unique_ptr<LiveService>> make(designer::Session &session, const DataPlaces &places);
    ~LiveService() override;

    model::query::ElementRowsPtr rowsOf(const model::Key &element) const override { return m_service.rowsOf(element); }
    const model::query::ControlValues &controls() const override { return m_service.controls(); }
    void watch(const std::vector<model::Key> &elements) override;
    void setControl(const std::string &handle, std::optional<model::query::ControlValue> value) override;
    void resetControls() override;
    const std::vector<designer::QueryRun> &runs() const override { return m_runs; }
    void clearRuns() override;

    adapters::QueryService &service() { return m_service; }
    // What formula editors ask: the same tables, with the same controls.
    designer::FormulaData formulaData() const;

    // Looks at everything again: rows or files were written.
    void refresh();
    void readCopies(); // a table was imported into the workspace
    void setFolder(const QString &folder);

Q_SIGNALS:
    void refreshed();

private:
    LiveService(designer::Session &session, std::shared_ptr<adapters::TableStore> store,
                adapters::QueryService::Settings settings);
    void follow(const model::ChangeSet &changes);
    void share();
    void takeRuns();

    designer::Session &m_session;
    std::shared_ptr<FormulaTables> m_tables;
    adapters::QueryService m_service;
    std::vector<designer::QueryRun> m_runs;
};

} // namespace tessera::app
