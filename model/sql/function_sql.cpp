// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sql/function_sql.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include "model/base/json_text.h"
#include "model/formula/scalar/scalar.h"

static void initFunctionSqlResource()
{
    Q_INIT_RESOURCE(functions);
}

namespace tessera::model::sql {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::sql::FunctionSqlTable)
};

std::string optionOf(formula::ValueType type)
{
    switch (type) {
    case formula::ValueType::Text:
        return "text";
    case formula::ValueType::Number:
        return "number";
    case formula::ValueType::Logical:
        return "logical";
    case formula::ValueType::Date:
        return "date";
    case formula::ValueType::Variant:
        return "variant";
    case formula::ValueType::Geography:
        return "geography";
    default:
        return "any";
    }
}

FunctionSql entryFrom(const std::string &text)
{
    FunctionSql entry;
    if (text == "no" || text.starts_with("no: ")) {
        entry.reason = text.size() > 4 ? text.substr(4) : std::string();
    } else if (text == "udf") {
        entry.kind = FunctionSql::Kind::Registered;
    } else if (text.starts_with('=')) {
        entry.kind = FunctionSql::Kind::Formula;
        entry.formula = text.substr(1);
    } else {
        entry.kind = FunctionSql::Kind::Template;
        entry.text.emplace(text);
    }
    return entry;
}

FunctionSql entryFrom(const Json &json)
{
    if (json.is_string())
        return entryFrom(stringOf(json));
    if (const Json *helpers = member(json, "helpers")) {
        FunctionSql entry = entryFrom(stringMember(json, "sql"));
        for (const Json &helper : *helpers)
            entry.helpers.emplace_back(stringOf(helper));
        return entry;
    }
    FunctionSql entry;
    entry.kind = FunctionSql::Kind::Select;
    for (const auto &[key, value] : json.items())
        entry.options.emplace(key, entryFrom(value));
    return entry;
}

const FunctionSql *chosen(const FunctionSql *entry, const CallShape &shape)
{
    while (entry && entry->kind == FunctionSql::Kind::Select) {
        const auto &options = entry->options;
        const FunctionSql *next = nullptr;
        const auto look = [&](const std::string &key) {
            const auto it = next ? options.end() : options.find(key);
            if (it != options.end())
                next = &it->second;
        };
        for (const std::string &choice : shape.choices)
            look(choice);
        look(std::to_string(shape.arguments));
        look(optionOf(shape.type));
        look("else");
        entry = next;
    }
    return entry;
}

std::vector<std::string> words(const std::string &text)
{
    std::vector<std::string> out;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t blank = std::min(text.find(' ', from), text.size());
        out.push_back(text.substr(from, blank - from));
        from = blank + 1;
    }
    return out;
}

bool isByDialect(const Json &row)
{
    const std::string first = words(row.items().begin().key()).front();
    return first == "others" || dialectNamed(first);
}

} // namespace

class FunctionSqlReader
{
public:
    explicit FunctionSqlReader(FunctionSqlTable &table) : m_table(table) {}

    void read(const Json &file)
    {
        for (const auto &[name, value] : file.items()) {
            if (name == "#tokens")
                readTokens(value);
            else if (name == "#allowed on sqlite")
                m_table.m_allowed = value.get<std::vector<std::string>>();
            else
                readRow(name, value);
        }
    }

private:
    void readRow(const std::string &name, const Json &value)
    {
        FunctionSqlTable::Row &row = m_table.m_rows[name];
        if (value.is_string() && stringOf(value).starts_with('@')) {
            row.alias = stringOf(value).substr(1);
            return;
        }
        if (value.is_string() || !isByDialect(value)) {
            for (const Dialect dialect : allDialects())
                row.byDialect.emplace(dialect, entryFrom(value));
            return;
        }
        const Json *others = nullptr;
        for (const auto &[key, entry] : value.items()) {
            for (const std::string &word : words(key)) {
                if (word == "others")
                    others = &entry;
                else
                    row.byDialect.emplace(dialectNamed(word).value(),
                                          entryFrom(entry)); // a wrong name throws: caught below
            }
        }
        for (const Dialect dialect : allDialects()) {
            const bool registered = dialect == Dialect::Sqlite && formula::findScalar(name);
            if (others && !row.byDialect.contains(dialect) && !registered)
                row.byDialect.emplace(dialect, entryFrom(*others));
        }
    }

    void readTokens(const Json &value)
    {
        for (const auto &[key, tokens] : value.items()) {
            for (const std::string &word : words(key)) {
                for (const auto &[token, text] : tokens.items())
                    m_table.m_tokens[dialectNamed(word).value()][token] = stringOf(text);
            }
        }
    }

    FunctionSqlTable &m_table;
};

Result<FunctionSqlTable> FunctionSqlTable::fromJson(const std::vector<std::string> &files)
{
    FunctionSqlTable table;
    for (const std::string &text : files) {
        const auto json = readJson(text);
        if (!json)
            return fail(json.error());
        try {
            FunctionSqlReader(table).read(*json);
        } catch (const std::exception &error) {
            Error damaged{ErrorCode::Invalid, Texts::tr("The SQL of the functions cannot be read.")};
            damaged.detail = QString::fromUtf8(error.what());
            return fail(std::move(damaged));
        }
    }
    return table;
}

const FunctionSqlTable &FunctionSqlTable::shipped()
{
    static const FunctionSqlTable table = [] {
        initFunctionSqlResource();
        std::vector<std::string> files;
        const QDir folder(QStringLiteral(":/functions/sql"));
        for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            files.push_back(file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string());
        }
        auto read = fromJson(files);
        Q_ASSERT_X(read, "FunctionSqlTable", read ? "" : qPrintable(read.error().message + read.error().detail));
        return read ? std::move(*read) : FunctionSqlTable();
    }();
    return table;
}

const FunctionSql *FunctionSqlTable::find(std::string_view name, Dialect dialect, const CallShape &shape) const
{
    static const FunctionSql registered = entryFrom(std::string("udf"));
    auto row = m_rows.find(name);
    if (row != m_rows.end() && !row->second.alias.empty())
        row = m_rows.find(row->second.alias);
    if (row != m_rows.end()) {
        if (const auto it = row->second.byDialect.find(dialect); it != row->second.byDialect.end())
            return chosen(&it->second, shape);
    }
    return dialect == Dialect::Sqlite && formula::findScalar(name) ? &registered : nullptr;
}

bool FunctionSqlTable::covers(std::string_view name, Dialect dialect) const
{
    const auto row = m_rows.find(name);
    if (row != m_rows.end() && !row->second.alias.empty())
        return covers(row->second.alias, dialect);
    return (row != m_rows.end() && row->second.byDialect.contains(dialect)) ||
           (dialect == Dialect::Sqlite && formula::findScalar(name));
}

const std::map<std::string, std::string, std::less<>> *FunctionSqlTable::dateTokens(Dialect dialect) const
{
    const auto it = m_tokens.find(dialect);
    return it == m_tokens.end() ? nullptr : &it->second;
}

bool FunctionSqlTable::isAllowedOnSqlite(std::string_view name) const
{
    return std::find(m_allowed.begin(), m_allowed.end(), name) != m_allowed.end();
}

} // namespace tessera::model::sql
