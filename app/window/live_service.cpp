// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/live_service.h"

namespace tessera::app {

model::Result<std::unique_ptr<LiveService>> LiveService::make(model::Document &document, const QString &dataFolder)
{
    auto store = adapters::TableStore::open();
    if (!store)
        return model::fail(store.error());
    adapters::QueryService::Settings settings;
    settings.local.dataFolder = dataFolder;
    return std::unique_ptr<LiveService>(new LiveService(document, std::shared_ptr<adapters::TableStore>(std::move(*store)), std::move(settings)));
}

LiveService::LiveService(model::Document &document, std::shared_ptr<adapters::TableStore> store, adapters::QueryService::Settings settings)
    : m_document(document)
    , m_names(document.workbook())
    , m_service(std::move(store), std::move(settings))
{
    m_service.setWorkbook(document.workbook(), m_names);
    connect(&m_service, &adapters::QueryService::changed, this, &LiveService::changed);
    connect(&m_service, &adapters::QueryService::controlsChanged, this, &LiveService::controlsChanged);
    connect(&m_service, &adapters::QueryService::logged, this, &LiveService::takeRuns);
    connect(&document, &model::Document::applied, this, &LiveService::follow);
}

void LiveService::follow(const model::ChangeSet &changes)
{
    for (const model::Key &key : changes.elements)
        m_names.refresh(m_document.workbook(), key);
    const bool data = !changes.elements.isEmpty() || !changes.tables.isEmpty() || changes.structure || changes.workbookProperties;
    if (data) // moving a card asks nothing of the data
        m_service.setWorkbook(m_document.workbook(), m_names);
}

void LiveService::watch(const std::vector<model::Key> &elements)
{
    m_service.watch(elements);
}

void LiveService::setControl(const std::string &handle, std::optional<model::query::ControlValue> value)
{
    m_service.setControl(handle, std::move(value));
}

void LiveService::resetControls()
{
    m_service.setControls({});
}

void LiveService::clearRuns()
{
    m_service.clearRuns();
    m_runs.clear();
    Q_EMIT logged();
}

void LiveService::takeRuns()
{
    m_runs.clear();
    for (const adapters::QueryRun &run : m_service.runs())
        m_runs.push_back({run.element, run.startedMs, run.milliseconds, run.rows, run.cached, run.cancelled, run.sql, run.failure});
    Q_EMIT logged();
}

} // namespace tessera::app
