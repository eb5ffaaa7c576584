// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/formula_rows.h"

#include <mutex>

#include <QDateTime>

#include "adapters/query/query_service.h"
#include "adapters/query/run_element.h"

namespace tessera::app {

using namespace model;

namespace {

Moment now()
{
    return {QDateTime::currentMSecsSinceEpoch() * 1000}; // the account's clock is UTC
}

// The tables, opened by the first who needs them.
class FormulaTables
{
public:
    explicit FormulaTables(const QString &dataFolder) { m_settings.dataFolder = dataFolder; }

    adapters::TableStore *store()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_store) {
            if (auto opened = adapters::TableStore::open())
                m_store = std::move(*opened);
        }
        return m_store.get();
    }
    const adapters::LocalSettings &settings() const { return m_settings; }

private:
    adapters::LocalSettings m_settings;
    std::mutex m_mutex;
    std::unique_ptr<adapters::TableStore> m_store;
};

// Keeps what LocalTables only points to.
class KeptColumns : public query::SourceColumns
{
public:
    KeptColumns(std::shared_ptr<FormulaTables> tables, std::shared_ptr<const Workbook> workbook)
        : m_tables(std::move(tables))
        , m_workbook(std::move(workbook))
        , m_local(*m_tables->store(), m_tables->settings(), *m_workbook, now())
    {
    }

    std::optional<std::vector<query::Column>> columnsOf(const query::TableSource &source) const override
    {
        return m_local.columnsOf(source);
    }

private:
    std::shared_ptr<FormulaTables> m_tables;
    std::shared_ptr<const Workbook> m_workbook;
    adapters::LocalTables m_local;
};

query::ElementRows failed(const Error &error)
{
    query::ElementRows rows;
    rows.state = query::ElementRows::State::Failed;
    rows.failure = error.message;
    return rows;
}

query::ElementRows rowsOf(FormulaTables &tables, const Workbook &workbook, const Key &element, int most, std::stop_token stop)
{
    adapters::TableStore *store = tables.store();
    if (!store)
        return failed({ErrorCode::Io, QString()});
    auto connection = adapters::openForQueries(*store);
    if (!connection)
        return failed(connection.error());
    const NameIndex names(workbook);
    adapters::LocalTables local(*store, tables.settings(), workbook, now(), stop);
    query::QueryOptions options;
    options.now = now();
    options.sources = &local;
    adapters::RunOptions limits;
    limits.maxRows = most;
    limits.stop = stop;
    return adapters::runElement(workbook, names, element, options, local, **connection, limits);
}

} // namespace

designer::FormulaData makeFormulaData(const QString &dataFolder)
{
    const auto tables = std::make_shared<FormulaTables>(dataFolder);
    designer::FormulaData data;
    data.rows = [tables](const Workbook &workbook, const Key &element, int most, std::stop_token stop) {
        return rowsOf(*tables, workbook, element, most, stop);
    };
    data.columns = [tables](std::shared_ptr<const Workbook> workbook) -> std::shared_ptr<const query::SourceColumns> {
        return tables->store() ? std::make_shared<KeptColumns>(tables, std::move(workbook)) : nullptr;
    };
    return data;
}

} // namespace tessera::app
