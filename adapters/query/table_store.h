// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include <QTemporaryDir>

#include "adapters/query/sqlite_connection.h"
#include "model/query/relation.h"
#include "model/table/row_import.h"

namespace tessera::adapters {

// A table that stands ready in the store's database. Never changes: new data is a new table.
struct LocalTable
{
    enum class Origin
    {
        Copy,   // imported, or captured from a warehouse
        Folder, // a file of the data folder
        Rows,   // of an input table
        Script, // what a Custom SQL statement gave
        Sample, // made up
    };
    Origin origin = Origin::Folder;
    std::string name; // plain, in the database
    std::vector<model::query::Column> columns;
    std::int64_t rows = 0;
    std::int64_t version = 0;                // differs for every table ever loaded
    QList<model::RowImportProblem> problems; // the first of a file's, see CsvShape
    std::int64_t problemCount = 0;
    QStringList evidence; // how a file was read, for a person
};
using LocalTablePtr = std::shared_ptr<const LocalTable>;

// How a table is made when somebody asks for it.
struct TableRecipe
{
    std::string key;    // what it is: one table per key is kept
    std::string stamp;  // its state; another one makes the table anew
    std::string wanted; // readable name in SQL, made unique
    // Runs on the asking thread with the store's writing connection, which nobody else uses meanwhile. Fills everything
    // but name and version.
    std::function<model::Result<LocalTable>(SqliteConnection &, const std::string &table, std::stop_token)> load;
};

// The tables queries read, in one temporary SQLite file that any number of connections may open. Loads each table once,
// when it is first needed. Every call may come from any thread; a call that has to load takes its time.
class TableStore
{
public:
    // Errors: Io when there is no room for temporary files.
    static model::Result<std::unique_ptr<TableStore>> open();
    ~TableStore();

    const std::string &databasePath() const { return m_path; }
    // Whether scripts can call a function of this name (lower case).
    bool hasFunction(const std::string &name) const { return m_functions.contains(name); }

    // The table for a recipe, loaded now unless it stands there already. Waits for a load on another thread.
    // Errors: the recipe's; Cancelled.
    model::Result<LocalTablePtr> obtain(const TableRecipe &recipe, std::stop_token stop = {});

private:
    struct Entry
    {
        bool loading = false;
        std::string stamp;
        model::Result<LocalTablePtr> table = model::fail(model::ErrorCode::NotFound, {});
        std::string previous; // the table before, for queries still on their way
    };
    TableStore() = default;
    std::string freeName(const std::string &wanted);
    model::Result<LocalTablePtr> load(const TableRecipe &recipe, std::stop_token stop);

    QTemporaryDir m_folder;
    std::string m_path;
    std::unique_ptr<SqliteConnection> m_writer;
    std::set<std::string> m_functions;
    std::mutex m_writing; // held while a table is loaded

    std::mutex m_mutex; // guards what follows
    std::condition_variable_any m_loaded;
    std::map<std::string, Entry> m_entries;
    std::map<std::string, int> m_names;
    std::int64_t m_nextVersion = 1;
};

} // namespace tessera::adapters
