// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/table_store.h"

#include <QCoreApplication>
#include <QFile>

#include "adapters/query/warehouse_functions.h"
#include "model/base/text.h"
#include "model/formula/lexer.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Result;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::TableStore)
};

model::Unexpected stopped()
{
    return model::fail(ErrorCode::Cancelled, Texts::tr("The query was stopped."));
}

} // namespace

Result<std::unique_ptr<TableStore>> TableStore::open()
{
    std::unique_ptr<TableStore> store(new TableStore);
    if (!store->m_folder.isValid()) {
        model::Error error{ErrorCode::Io, Texts::tr("There is no room for temporary files."),
                           Texts::tr("Free some space, or set TMPDIR to another folder.")};
        error.detail = store->m_folder.errorString();
        return model::fail(std::move(error));
    }
    store->m_path = QFile::encodeName(store->m_folder.filePath(QStringLiteral("tables.sqlite"))).toStdString();
    auto writer = SqliteConnection::open(store->m_path);
    if (!writer)
        return model::fail(writer.error());
    store->m_writer = std::move(*writer);
    if (auto done = registerWarehouseFunctions(store->m_writer->handle(), {}); !done)
        return model::fail(done.error());
    model::sql::Statement names;
    names.text = "SELECT DISTINCT lower(name) FROM pragma_function_list";
    const auto functions = store->m_writer->run(names);
    if (!functions)
        return model::fail(functions.error());
    const auto &cells = functions->table.columns.front().data;
    for (std::size_t row = 0; row < cells.size(); ++row)
        store->m_functions.insert(model::plainText(cells.at(row)));
    return store;
}

TableStore::~TableStore() = default;

// Names that differ only in case are one name to SQLite.
std::string TableStore::freeName(const std::string &wanted)
{
    std::string name = wanted.empty() || model::foldName(wanted).starts_with("sqlite_") ? "table " + wanted : wanted;
    const int use = ++m_names[model::foldName(name)];
    return use == 1 ? name : name + " #" + std::to_string(use);
}

Result<LocalTablePtr> TableStore::load(const TableRecipe &recipe, std::stop_token stop)
{
    std::string name;
    std::int64_t version = 0;
    {
        const std::lock_guard lock(m_mutex);
        name = freeName(recipe.wanted);
        version = m_nextVersion++;
    }
    const std::lock_guard writing(m_writing);
    if (stop.stop_requested())
        return stopped();
    auto loaded = recipe.load(*m_writer, name, stop);
    if (!loaded)
        return model::fail(loaded.error());
    loaded->name = name;
    loaded->version = version;
    return std::make_shared<const LocalTable>(std::move(*loaded));
}

Result<LocalTablePtr> TableStore::obtain(const TableRecipe &recipe, std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_loaded.wait(lock, stop, [&] { return !m_entries[recipe.key].loading; }))
        return stopped();
    Entry &entry = m_entries[recipe.key]; // stays where it is: entries are never erased
    if (!entry.stamp.empty() && entry.stamp == recipe.stamp)
        return entry.table;
    entry.loading = true;
    lock.unlock();
    auto table = load(recipe, stop);
    lock.lock();
    entry.loading = false;
    std::string outdated;
    if (table || table.error().code != ErrorCode::Cancelled) {
        if (entry.table)
            outdated = std::exchange(entry.previous, (*entry.table)->name);
        entry.stamp = recipe.stamp;
        entry.table = table;
    }
    m_loaded.notify_all();
    lock.unlock();
    if (!outdated.empty()) {
        const std::lock_guard writing(m_writing);
        (void)m_writer->execute("DROP TABLE IF EXISTS " + quotedName(outdated));
    }
    return table;
}

} // namespace tessera::adapters
