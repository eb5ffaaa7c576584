// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>

#include <QString>

#include "model/base/result.h"
#include "model/query/relation.h"

namespace tessera::adapters {

// A folder of CSV files that stand for the tables of a workbook:
//   <TABLE>.csv, or where a name is used twice <SCHEMA>.<TABLE>.csv or <DB>.<SCHEMA>.<TABLE>.csv: warehouse tables
//   sql/<elementId>.csv: rows of a Custom SQL element     data-model/<element name>.csv: elements of data models
//   input/<elementId>.csv: rows of an input table
//   data-model/metrics.json: {"ELEMENT": {"METRIC": "Sum([Amount])"}}, formulas of metrics over the element's columns
//   types.json: {"TABLE": {"COL": "text"}} sets types (text, number, logical, date); TABLE is the file's name without
//   ".csv", with its folder where it is in one ("sql/sales")
// Names match exactly or, failing that, without regard to case. Files are looked up anew each time.
class DataFolder
{
public:
    explicit DataFolder(QString path) : m_path(std::move(path)) {}

    struct File
    {
        QString path;
        std::string name; // without ".csv", with its folder
        qint64 modifiedMs = 0;
        qint64 size = 0;
    };
    std::optional<File> find(const model::query::TableSource &source) const;
    std::optional<File> findTable(const std::vector<std::string> &path) const; // of a warehouse

    using Types = std::map<std::string, model::formula::ValueType>; // by column name
    // Empty when there is no types.json or it does not name the file. Errors: Invalid with the place in `where`.
    model::Result<Types> typesOf(const File &file) const;
    qint64 typesModifiedMs() const; // 0: no such file
    // None when metrics.json does not name it or cannot be read.
    std::optional<std::string> metricOf(const model::query::TableSource &source, const std::string &name) const;

private:
    std::optional<File> inFolder(const QString &folder, const std::vector<std::string> &names) const;

    QString m_path;
};

} // namespace tessera::adapters
