// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/plan_fixture.h"

#include <sstream>

#include <QRegularExpression>

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/formula/lexer.h"

namespace tessera::tests {

using namespace model;
using namespace model::query;

namespace {

std::vector<std::string> cellsOf(const std::string &line)
{
    std::vector<std::string> cells = {""};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.emplace_back();
        else if (c != '\r')
            cells.back().push_back(c);
    }
    return cells;
}

Value valueOf(const std::string &text)
{
    static const QRegularExpression number(QStringLiteral("^-?\\d+(\\.\\d+)?$")),
        date(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d"));
    const QString shown = toQString(text);
    if (text.empty())
        return {};
    if (number.match(shown).hasMatch())
        return text.find('.') == std::string::npos ? Value(static_cast<std::int64_t>(shown.toLongLong()))
                                                   : Value(shown.toDouble());
    if (date.match(shown).hasMatch()) {
        if (const auto moment = momentFromIso(text))
            return *moment;
    }
    return text == "true" ? Value(true) : text == "false" ? Value(false) : Value(text);
}

std::string shown(const Value &value)
{
    if (value.isNull())
        return "-";
    if (value.isMoment()) {
        const std::string iso = isoText(value.moment());
        return iso.ends_with(" 00:00:00") ? iso.substr(0, 10) : iso;
    }
    if (value.isNumber()) {
        QString text = QString::number(value.number(), 'f', 4);
        while (text.contains(QLatin1Char('.')) &&
               (text.endsWith(QLatin1Char('0')) || text.endsWith(QLatin1Char('.')))) {
            const bool dot = text.endsWith(QLatin1Char('.'));
            text.chop(1);
            if (dot)
                break;
        }
        return toUtf8(text);
    }
    return plainText(value);
}

Workbook workbookOf(const std::string &elements)
{
    Workbook workbook;
    const Result<Json> json = readJson(elements);
    if (!json)
        qFatal("bad elements: %s", qPrintable(json.error().message + json.error().detail));
    for (const Json &body : *json)
        workbook.elements.append(Object(stringMember(body, "id"), body));
    return workbook;
}

} // namespace

PlainRows plainRows(const std::string &csv)
{
    PlainRows out;
    std::istringstream lines(csv);
    std::string line;
    while (std::getline(lines, line)) {
        if (line.find_first_not_of(" \r") == std::string::npos)
            continue;
        const std::vector<std::string> cells = cellsOf(line);
        if (out.columns.empty()) {
            for (const std::string &cell : cells)
                out.columns.push_back({cell, ValueType::Any});
            continue;
        }
        std::vector<Value> row;
        for (std::size_t i = 0; i < out.columns.size(); ++i) {
            row.push_back(i < cells.size() ? valueOf(cells[i]) : Value());
            const ValueType type = typeOf(row.back());
            ValueType &known = out.columns[i].type;
            if (type != ValueType::Null)
                known = known == ValueType::Any || known == type ? type : ValueType::Text;
        }
        out.rows.push_back(std::move(row));
    }
    for (std::vector<Value> &row : out.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (out.columns[i].type == ValueType::Text && !row[i].isNull() && !row[i].isText())
                row[i] = Value(shown(row[i]));
        }
    }
    return out;
}

PlanFixture::PlanFixture(const std::string &elements) : PlanFixture(workbookOf(elements)) {}

PlanFixture::PlanFixture(Workbook workbook) : m_workbook(std::move(workbook)), m_names(m_workbook)
{
    options.now = *momentFromIso("2024-05-15 10:30:00");
}

PlanFixture &PlanFixture::table(const std::string &name, const std::string &csv)
{
    return table(name, plainRows(csv));
}

PlanFixture &PlanFixture::table(const std::string &name, PlainRows rows)
{
    m_tables[name] = std::move(rows);
    options.sources = this;
    return *this;
}

const PlainRows *PlanFixture::find(const TableSource &source) const
{
    const std::string name = source.kind == TableSource::Kind::Warehouse && !source.path.empty() ? source.path.back()
                             : source.kind == TableSource::Kind::DataModel                       ? source.name
                                                                                                 : source.elementId;
    const auto found = m_tables.find(name);
    return found == m_tables.end() ? nullptr : &found->second;
}

std::optional<std::vector<Column>> PlanFixture::columnsOf(const TableSource &source) const
{
    const PlainRows *rows = find(source);
    return rows ? std::optional(rows->columns) : std::nullopt;
}

PlainTables PlanFixture::lookup() const
{
    return [this](const TableSource &source) { return find(source); };
}

ElementQuery PlanFixture::plan(const std::string &element) const
{
    QueryOptions asked = options;
    asked.sources = this;
    return planElement(m_workbook, m_names, element, asked);
}

std::string PlanFixture::text(const Query &query) const
{
    if (!query.relation)
        return "nothing\n";
    const PlainRows rows = evaluatePlainly(query.relation, [&](const TableSource &source) { return find(source); });
    std::string out;
    for (const std::vector<Value> &row : rows.rows) {
        for (std::size_t i = 0; i < query.columns.size(); ++i)
            out += (i ? "|" : "") + shown(row[i]);
        out += '\n';
    }
    return out;
}

std::string PlanFixture::rows(const std::string &element, const std::string &part) const
{
    const ElementQuery query = plan(element);
    if (part.empty())
        return text(query.main);
    const auto found = query.parts.find(part);
    return found == query.parts.end() ? "no part\n" : text(found->second);
}

std::string PlanFixture::names(const std::string &element) const
{
    std::string out;
    for (const OutputColumn &column : plan(element).main.columns)
        out += (out.empty() ? "" : "|") + column.name;
    return out;
}

std::string PlanFixture::problems(const std::string &element) const
{
    std::string out;
    for (const QueryProblem &problem : plan(element).problems) {
        if (problem.isError)
            out += problem.columnId + ": " + toUtf8(problem.message) + '\n';
    }
    return out;
}

} // namespace tessera::tests
