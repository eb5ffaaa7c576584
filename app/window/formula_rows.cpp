// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/formula_rows.h"

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

// Keeps what LocalTables only points to.
class KeptColumns : public query::SourceColumns
{
public:
    KeptColumns(std::shared_ptr<FormulaTables> tables, std::shared_ptr<const Workbook> workbook)
        : m_tables(std::move(tables))
        , m_workbook(std::move(workbook))
        , m_settings(m_tables->state().local)
        , m_local(m_tables->store(), m_settings, *m_workbook, now())
    {
    }

    std::optional<std::vector<query::Column>> columnsOf(const query::TableSource &source) const override
    {
        return m_local.columnsOf(source);
    }

private:
    std::shared_ptr<FormulaTables> m_tables;
    std::shared_ptr<const Workbook> m_workbook;
    adapters::LocalSettings m_settings;
    adapters::LocalTables m_local;
};

query::ElementRows failed(const Error &error)
{
    query::ElementRows rows;
    rows.state = query::ElementRows::State::Failed;
    rows.failure = error.message;
    return rows;
}

query::ElementRows rowsOf(const FormulaTables &tables, const Workbook &workbook, const Key &element, int most,
                          std::stop_token stop)
{
    const FormulaTables::State state = tables.state();
    auto connection = adapters::openForQueries(tables.store());
    if (!connection)
        return failed(connection.error());
    const NameIndex names(workbook);
    adapters::LocalTables local(tables.store(), state.local, workbook, now(), stop);
    query::QueryOptions options;
    options.now = now();
    options.controls = state.controls;
    options.sources = &local;
    adapters::RunOptions limits;
    limits.maxRows = most;
    limits.stop = stop;
    return adapters::runElement(workbook, names, element, options, local, **connection, limits);
}

} // namespace

void FormulaTables::set(adapters::LocalSettings local, query::ControlValues controls)
{
    const std::lock_guard lock(m_mutex);
    m_state = {std::move(local), std::move(controls)};
}

FormulaTables::State FormulaTables::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

designer::FormulaData makeFormulaData(std::shared_ptr<FormulaTables> tables)
{
    designer::FormulaData data;
    data.rows = [tables](const Workbook &workbook, const Key &element, int most, std::stop_token stop) {
        return rowsOf(*tables, workbook, element, most, stop);
    };
    data.columns = [tables](std::shared_ptr<const Workbook> workbook) -> std::shared_ptr<const query::SourceColumns> {
        return std::make_shared<KeptColumns>(tables, std::move(workbook));
    };
    return data;
}

} // namespace tessera::app
