// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/query_service.h"

#include <algorithm>

#include <QDateTime>

#include "adapters/query/query_workers.h"
#include "model/value/calendar.h"

namespace tessera::adapters {

using model::Key;
using model::query::ElementRowsPtr;

namespace {

constexpr std::size_t keptRuns = 1000;

} // namespace

QueryService::QueryService(std::shared_ptr<TableStore> store, Settings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    // Workers answer by posting: rows arrive in order, on this thread, as long as the service lives.
    Workers::Answers answers;
    answers.rows = [this](const Key &key, ElementRowsPtr rows) {
        QMetaObject::invokeMethod(
            this, [this, key, rows] { take(key, rows); }, Qt::QueuedConnection);
    };
    answers.run = [this](QueryRun run) {
        QMetaObject::invokeMethod(
            this, [this, run] { note(run); }, Qt::QueuedConnection);
    };
    answers.idle = [this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!isBusy())
                    Q_EMIT idle();
            },
            Qt::QueuedConnection);
    };
    m_workers = std::make_unique<Workers>(std::move(store), m_settings, std::move(answers));
}

QueryService::~QueryService() = default;

// Formulas see the minute, not the moment: with every edit a new Now() would run everything that uses it again.
void QueryService::askAll()
{
    auto state = std::make_shared<Workers::State>();
    state->workbook = m_workbook;
    state->names = m_names;
    state->controls = m_controls;
    state->local = m_settings.local;
    state->samples = m_samples;
    const model::Moment now =
        m_settings.clock ? m_settings.clock() : model::Moment{QDateTime::currentMSecsSinceEpoch() * 1000};
    state->now = model::truncate(now, model::DateUnit::Minute);
    m_workers->ask(m_watched, state);
}

void QueryService::setWorkbook(const model::Workbook &workbook, const model::NameIndex &names)
{
    m_workbook = workbook;
    m_names = names;
    m_samples = std::make_shared<const SampleCatalogue>(workbook);
    askAll();
}

void QueryService::setWorkspace(const QString &workspace, const QString &document, std::vector<SourceCopy> copies)
{
    m_settings.local.workspace = workspace;
    m_settings.local.document = document;
    m_settings.local.copies = std::move(copies);
    askAll();
}

void QueryService::setDataFolder(const QString &folder)
{
    m_settings.local.dataFolder = folder;
    askAll();
}

void QueryService::watch(const std::vector<Key> &elements)
{
    if (elements == m_watched)
        return;
    m_watched = elements;
    m_workers->forgetAllBut(elements);
    askAll();
}

void QueryService::setControl(const std::string &handle, std::optional<model::query::ControlValue> value)
{
    model::query::ControlValues controls = m_controls;
    if (value)
        controls[handle] = std::move(*value);
    else
        controls.erase(handle);
    setControls(std::move(controls));
}

void QueryService::setControls(model::query::ControlValues controls)
{
    if (controls == m_controls)
        return;
    m_controls = std::move(controls);
    Q_EMIT controlsChanged();
    askAll();
}

void QueryService::refresh()
{
    askAll();
}

void QueryService::take(const Key &element, ElementRowsPtr rows)
{
    m_rows.insert(element, std::move(rows));
    Q_EMIT changed(element);
}

void QueryService::note(QueryRun run)
{
    if (m_runs.size() >= keptRuns)
        m_runs.erase(m_runs.begin(), m_runs.begin() + static_cast<std::ptrdiff_t>(keptRuns / 10));
    m_runs.push_back(std::move(run));
    Q_EMIT logged();
}

void QueryService::clearRuns()
{
    m_runs.clear();
    Q_EMIT logged();
}

bool QueryService::isBusy() const
{
    return m_workers->isBusy();
}

} // namespace tessera::adapters
