// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_rows.h"

#include <QDir>
#include <QFileInfo>

namespace tessera::app {

namespace {

constexpr std::int64_t mostRows = 100'000; // of one element, as in the window

} // namespace

model::Result<std::unique_ptr<CommandRows>> CommandRows::make(const model::Workbook &workbook,
                                                              const QString &dataFolder, model::Moment now)
{
    auto store = adapters::TableStore::open();
    if (!store)
        return model::fail(store.error());
    auto connection = adapters::openForQueries(**store);
    if (!connection)
        return model::fail(connection.error());
    return std::unique_ptr<CommandRows>(
        new CommandRows(workbook, dataFolder, now, std::move(*store), std::move(*connection)));
}

CommandRows::CommandRows(const model::Workbook &workbook, const QString &dataFolder, model::Moment now,
                         std::unique_ptr<adapters::TableStore> store,
                         std::unique_ptr<adapters::SqliteConnection> connection)
    : m_workbook(workbook)
    , m_names(workbook)
    , m_store(std::move(store))
    , m_connection(std::move(connection))
    , m_tables(*m_store, m_settings, workbook, now)
{
    m_settings.dataFolder = dataFolder;
    m_options.now = now;
    m_options.sources = &m_tables;
}

model::query::ElementRowsPtr CommandRows::rowsOf(const model::Key &element) const
{
    model::query::ElementRowsPtr &known = m_rows[element];
    if (!known) {
        adapters::RunOptions limits;
        limits.maxRows = mostRows;
        known = std::make_shared<const model::query::ElementRows>(
            adapters::runElement(m_workbook, m_names, element, m_options, m_tables, *m_connection, limits));
    }
    return known;
}

QString dataFolderBeside(const QString &file)
{
    const QDir beside(QFileInfo(file).dir().filePath(QStringLiteral("data")));
    return beside.exists() ? beside.absolutePath() : QString();
}

} // namespace tessera::app
