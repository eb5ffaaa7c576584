// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/live_service.h"

#include "app/window/formula_rows.h"

namespace tessera::app {

namespace {

std::vector<adapters::SourceCopy> copiesIn(const QString &workspace, const QString &document)
{
    auto copies = workspace.isEmpty() ? model::fail(model::ErrorCode::NotFound, QString())
                                      : adapters::sourceCopies(workspace, document);
    return copies ? std::move(*copies)
                  : std::vector<adapters::SourceCopy>(); // whoever opens the workspace says what is wrong with it
}

} // namespace

model::Result<std::unique_ptr<LiveService>> LiveService::make(designer::Session &session, const DataPlaces &places)
{
    auto store = adapters::TableStore::open();
    if (!store)
        return model::fail(store.error());
    adapters::QueryService::Settings settings;
    settings.local.dataFolder = places.folder;
    settings.local.workspace = places.workspace;
    settings.local.document = places.document;
    settings.local.copies = copiesIn(places.workspace, places.document);
    return std::unique_ptr<LiveService>(
        new LiveService(session, std::shared_ptr<adapters::TableStore>(std::move(*store)), std::move(settings)));
}

LiveService::LiveService(designer::Session &session, std::shared_ptr<adapters::TableStore> store,
                         adapters::QueryService::Settings settings)
    : m_session(session)
    , m_tables(std::make_shared<FormulaTables>(store))
    , m_service(std::move(store), std::move(settings))
{
    m_service.setWorkbook(m_session.workbook(), m_session.names());
    share();
    connect(&m_service, &adapters::QueryService::changed, this, &LiveService::changed);
    connect(&m_service, &adapters::QueryService::controlsChanged, this, [this] {
        share();
        Q_EMIT controlsChanged();
    });
    connect(&m_service, &adapters::QueryService::logged, this, &LiveService::takeRuns);
    connect(&m_session.document(), &model::Document::applied, this, &LiveService::follow);
}

LiveService::~LiveService() = default;

void LiveService::follow(const model::ChangeSet &changes)
{
    // Moving a card asks nothing of the data; rows are read when the workspace has written them.
    if (!changes.elements.isEmpty() || changes.structure || changes.workbookProperties)
        m_service.setWorkbook(m_session.workbook(), m_session.names());
}

void LiveService::share()
{
    m_tables->set(m_service.local(), m_service.controls());
}

designer::FormulaData LiveService::formulaData() const
{
    return makeFormulaData(m_tables);
}

void LiveService::refresh()
{
    m_service.refresh();
    Q_EMIT refreshed();
}

void LiveService::readCopies()
{
    const adapters::LocalSettings &local = m_service.local();
    m_service.setWorkspace(local.workspace, local.document, copiesIn(local.workspace, local.document));
    share();
    Q_EMIT refreshed();
}

void LiveService::setFolder(const QString &folder)
{
    m_service.setDataFolder(folder);
    share();
    Q_EMIT refreshed();
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
        m_runs.push_back(
            {run.element, run.startedMs, run.milliseconds, run.rows, run.cached, run.cancelled, run.sql, run.failure});
    Q_EMIT logged();
}

} // namespace tessera::app
