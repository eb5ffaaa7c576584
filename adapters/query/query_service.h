// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QHash>
#include <QObject>

#include "adapters/query/run_element.h"
#include "model/query/element_rows.h"

namespace tessera::adapters {

// One statement that was asked for.
struct QueryRun
{
    model::Key element;
    std::string part;     // "" for the main rows; "groups": what it and other elements have in common
    qint64 startedMs = 0; // since the epoch
    double milliseconds = 0;
    qint64 rows = -1; // -1: it failed
    bool cached = false;
    bool cancelled = false;
    QString sql;
    QString failure; // for a person, "" when there was none
};

// Keeps the rows of the elements in sight up to date, on threads of its own. Lives on the interface thread, which never
// waits for it: rows arrive by `changed`.
//
// After every edit, change of a control or of the data each watched element is planned again (about a millisecond) and
// runs only when its statements, their parameters or its tables differ; a run that has become stale is stopped. Equal
// statements on equal tables are answered from a cache.
class QueryService : public QObject, public model::query::RowsSource
{
    Q_OBJECT

public:
    struct Settings
    {
        LocalSettings local;
        int threads = 0;                // that run statements at a time; 0: by the machine
        std::int64_t maxRows = 100'000; // of one result
        std::size_t cacheBytes = 256u << 20;
        model::formula::Environment account;  // whose time zone and name formulas see
        std::function<model::Moment()> clock; // on the account's clock; empty: the machine's, in UTC
        ElementPlanner planner;               // for tests; empty: planElement
    };
    // `store` is shared with whoever imports into it.
    QueryService(std::shared_ptr<TableStore> store, Settings settings, QObject *parent = nullptr);
    // Stops what runs and waits for it, a tenth of a second at most.
    ~QueryService() override;

    // The workbook as it is now. Both are cheap to copy and are kept.
    void setWorkbook(const model::Workbook &workbook, const model::NameIndex &names);
    // What is in sight: computed and kept fresh. Others keep what they had; what still runs for them is stopped.
    void watch(const std::vector<model::Key> &elements);
    // What a control holds from now on; none: what the workbook says.
    void setControl(const std::string &handle, std::optional<model::query::ControlValue> value);
    void setControls(model::query::ControlValues controls);
    // The workspace that holds the document's copies and input rows; looks at everything again.
    void setWorkspace(const QString &workspace, const QString &document, std::vector<SourceCopy> copies);
    // The folder with CSV files, "" for none; looks at everything again.
    void setDataFolder(const QString &folder);
    const LocalSettings &local() const { return m_settings.local; }
    const std::vector<SourceCopy> &copies() const { return m_settings.local.copies; }
    // Looks at everything again: files were changed, rows were entered.
    void refresh();

    model::query::ElementRowsPtr rowsOf(const model::Key &element) const override { return m_rows.value(element); }
    const model::query::ControlValues &controls() const override { return m_controls; }

    const std::vector<QueryRun> &runs() const { return m_runs; } // oldest first, the last thousand
    void clearRuns();
    bool isBusy() const; // something is planned or runs

Q_SIGNALS:
    void changed(const tessera::model::Key &element);
    void controlsChanged();
    void logged();
    void idle(); // everything asked for is there

private:
    class Workers;
    void askAll();
    void take(const model::Key &element, model::query::ElementRowsPtr rows);
    void note(QueryRun run);

    Settings m_settings;
    model::Workbook m_workbook;
    model::NameIndex m_names;
    std::shared_ptr<const SampleCatalogue> m_samples;
    model::query::ControlValues m_controls;
    std::vector<model::Key> m_watched;
    QHash<model::Key, model::query::ElementRowsPtr> m_rows;
    std::vector<QueryRun> m_runs;
    std::unique_ptr<Workers> m_workers; // last: its threads use what stands above
};

} // namespace tessera::adapters
