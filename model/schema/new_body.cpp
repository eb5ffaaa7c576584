// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/new_body.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/schema/source_columns.h"

namespace tessera::model {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NewBody)
};

std::string idStem(const KindSpec &kind)
{
    if (kind.family == Family::Control)
        return kind.name + "-control";
    return kind.name;
}

// "date-range" → "DateRange": readable in formulas.
std::string handleStem(const std::string &controlType)
{
    std::string handle;
    bool upper = true;
    for (const char c : controlType) {
        if (c == '-') {
            upper = true;
            continue;
        }
        handle += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = false;
    }
    return handle;
}

bool takesTitle(const KindSpec &kind)
{
    const PropertySpec *name = kind.field("name");
    return name && !name->isLegacy() && name->certainty == Certainty::Certain;
}

void addMissing(Json &body, const Json &more)
{
    for (const auto &[key, value] : more.items()) {
        if (!body.contains(key))
            body[key] = value;
    }
}

// A connection the workbook already uses; most workbooks have one only.
std::string knownConnection(const Workbook &workbook)
{
    for (const Object &element : workbook.elements) {
        if (const Json *source = member(element.body(), "source")) {
            if (const std::string id = stringMember(*source, "connectionId"); !id.empty())
                return id;
        }
    }
    return {};
}

class Filler
{
public:
    Filler(const KindSpec &kind, const Object &source, Json &body)
        : m_kind(kind)
        , m_source(source)
        , m_columns(sourceColumns(source))
        , m_body(body)
    {
    }

    void run()
    {
        m_body["source"] = {{"kind", "table"}, {"elementId", m_source.id()}};
        m_body["columns"] = Json::array();
        for (const ChannelFill &fill : m_kind.fills) {
            if (fill.role == ChannelFill::Role::Any)
                takeAll();
            else
                take(fill);
        }
    }

private:
    void takeAll()
    {
        for (const SourceColumn &column : m_columns)
            addColumn(column.name, columnReference(m_source.name(), column.name));
    }

    void take(const ChannelFill &fill)
    {
        const SourceColumn *column = pickColumn(m_columns, fill.role, m_used);
        if (!column)
            return;
        const bool again = std::find(m_used.begin(), m_used.end(), column) != m_used.end();
        m_used.push_back(column);
        const std::string id = addColumn(again ? freeColumnName(column->name) : column->name,
                                         channelFormula(fill.role, m_source.name(), *column));
        if (!fill.path.empty())
            put(fill, id);
    }

    void put(const ChannelFill &fill, const std::string &id)
    {
        const Json entry = fill.raw ? Json(id) : Json{{"columnId", id}};
        ensureParents(fill.path);
        if (fill.list) {
            if (!at(m_body, fill.path))
                assign(m_body, fill.path, Json::array());
            assign(m_body, fill.path + "/-", entry, -1, true);
        } else if (at(m_body, fill.path)) {
            assign(m_body, fill.path + "/columnId", Json(id));
        } else {
            assign(m_body, fill.path, entry);
        }
    }

    void ensureParents(const std::string &path)
    {
        const std::string parent = parentPointer(path);
        if (!parent.empty() && !at(m_body, parent))
            assign(m_body, parent, Json::object());
    }

    std::string freeColumnName(const std::string &stem) const
    {
        for (int number = 2;; ++number) {
            const std::string name = stem + ' ' + std::to_string(number);
            const auto &columns = m_body["columns"];
            if (std::none_of(columns.begin(), columns.end(),
                             [&](const Json &c) { return stringMember(c, "name") == name; }))
                return name;
        }
    }

    std::string addColumn(const std::string &name, const std::string &formula)
    {
        std::string stem;
        for (const QChar c : toQString(name).toLower())
            stem += c.isLetterOrNumber() && c.unicode() < 128 ? static_cast<char>(c.unicode()) : '-';
        const std::string id = freeItemId(m_body, "c-" + stem);
        m_body["columns"].push_back({{"id", id}, {"name", name}, {"formula", formula}});
        return id;
    }

    const KindSpec &m_kind;
    const Object &m_source;
    std::vector<SourceColumn> m_columns;
    std::vector<const SourceColumn *> m_used;
    Json &m_body;
};

// Input tables, repeated containers and others that read an element without channels of their own.
void fillPlainSource(const KindSpec &kind, const Object &source, const std::string &connection, Json &body)
{
    const Json element = {{"kind", "table"}, {"elementId", source.id()}};
    if (kind.name == "input-table") {
        body["source"] = {{"kind", "linked"}, {"from", source.id()}, {"connectionId", connection}};
        const std::vector<SourceColumn> columns = sourceColumns(source);
        const SourceColumn *key = pickColumn(columns, ChannelFill::Role::Dimension, {});
        for (const SourceColumn &column : columns) {
            if (column.key)
                key = &column;
        }
        body["columns"] = Json::array();
        if (key)
            body["columns"].push_back({{"id", "key"}, {"key", key->id}, {"name", key->name}});
        body["columns"].push_back({{"id", "note"}, {"type", "text"}, {"name", "Note"}});
        return;
    }
    body["source"] = element;
    if (kind.field("keyColumnId")) {
        const std::vector<SourceColumn> columns = sourceColumns(source);
        if (!columns.empty())
            body["keyColumnId"] = columns.front().id;
    }
}

void fillWithoutSource(const KindSpec &kind, const Workbook &workbook, Json &body)
{
    if (kind.name == "input-table") {
        body["source"] = {{"kind", "empty"}, {"connectionId", knownConnection(workbook)}};
        body["columns"] = {{{"id", "ID"}}, {{"id", "note"}, {"type", "text"}, {"name", "Note"}}};
        return;
    }
    const PropertySpec *columns = kind.field("columns");
    if (columns && columns->required)
        body["columns"] = Json::array();
    if (kind.field("agentId")) {
        if (const Json *agents = member(workbook.contents, "agents"); agents && agents->is_array() && !agents->empty())
            body["agentId"] = stringMember(agents->front(), "id");
    }
}

void fillControlSource(const KindSpec &kind, const Object &source, const std::string &columnId, Json &body)
{
    const std::vector<SourceColumn> columns = sourceColumns(source);
    using Role = ChannelFill::Role;
    const bool dates = kind.name.starts_with("date");
    const bool numbers = kind.name.find("number") != std::string::npos ||
                         kind.name.find("slider") != std::string::npos || kind.name == "top-n";
    const auto wanted =
        std::find_if(columns.begin(), columns.end(), [&](const SourceColumn &each) { return each.id == columnId; });
    const SourceColumn *column = wanted != columns.end() ? &*wanted
                                                         : pickColumn(columns,
                                                                      dates     ? Role::Date
                                                                      : numbers ? Role::Number
                                                                                : Role::Dimension,
                                                                      {});
    if (!column)
        return;
    const Json table = {{"kind", "table"}, {"elementId", source.id()}};
    const PropertySpec *values = kind.field("source");
    if (values && !values->isLegacy())
        body["source"] = {{"kind", "source"}, {"source", table}, {"columnId", column->id}};
    if (const PropertySpec *filters = kind.field("filters"); filters && !filters->isLegacy())
        body["filters"] = Json::array({{{"source", table}, {"columnId", column->id}}});
    // A filter that has just been dropped hides nothing.
    if (kind.name == "date-range") {
        body["mode"] = "between";
        for (const char *key : {"value", "unit", "includeToday"})
            body.erase(key);
    } else if (kind.name == "segmented") {
        body["value"] = nullptr;
    }
}

Json makeBody(const KindSpec &kind, const Workbook &workbook, const NewBodyOptions &options)
{
    Json body = {{"id", options.id.empty() ? freeId(workbook, idStem(kind)) : options.id}};
    const bool control = kind.family == Family::Control;
    body["kind"] = control ? "control" : kind.name;
    if (control) {
        body["controlId"] = freeControlId(workbook, handleStem(kind.name));
        body["controlType"] = kind.name;
    }
    if (takesTitle(kind))
        body["name"] = options.name.empty() ? freeElementName(workbook, toUtf8(kind.label)) : options.name;
    const Object *source = workbook.elements.findById(options.sourceElementId);
    const PropertySpec *field = kind.field("source");
    if (source && control) {
        addMissing(body, kind.minimal);
        fillControlSource(kind, *source, options.sourceColumnId, body);
        return body;
    }
    if (source && !kind.fills.empty()) {
        addMissing(body, kind.minimal);
        Filler(kind, *source, body).run();
    } else if (source && field && !field->isLegacy() && kind.name != "image") {
        fillPlainSource(kind, *source, knownConnection(workbook), body);
    } else if (!control) {
        fillWithoutSource(kind, workbook, body);
    }
    addMissing(body, kind.minimal);
    return body;
}

} // namespace

Json newBody(const Catalogue &catalogue, const Workbook &workbook, const std::string &kind,
             const NewBodyOptions &options)
{
    constexpr std::string_view prefix = "control/";
    if (kind.starts_with(prefix))
        return newControlBody(catalogue, workbook, kind.substr(prefix.size()), options);
    if (kind == "control")
        return newControlBody(catalogue, workbook, "list", options);
    if (const KindSpec *known = catalogue.element(kind))
        return makeBody(*known, workbook, options);
    return {{"id", options.id.empty() ? freeId(workbook, kind) : options.id}, {"kind", kind}};
}

Json newControlBody(const Catalogue &catalogue, const Workbook &workbook, const std::string &controlType,
                    const NewBodyOptions &options)
{
    if (const KindSpec *known = catalogue.control(controlType))
        return makeBody(*known, workbook, options);
    return {{"id", options.id.empty() ? freeId(workbook, "control") : options.id},
            {"kind", "control"},
            {"controlId", freeControlId(workbook, "Control")},
            {"controlType", controlType}};
}

Json newEffect(const Catalogue &catalogue, const std::string &effect)
{
    Json body = {{"effect", effect}};
    if (const KindSpec *known = catalogue.effect(effect))
        addMissing(body, known->minimal);
    return body;
}

Json newAction(const Workbook &workbook, const std::string &trigger, const Json &effects)
{
    return {{"id", freeActionId(workbook)}, {"trigger", trigger}, {"effects", effects}};
}

Json newPage(const Workbook &workbook, const std::string &name)
{
    const int number = workbook.pages.size() + 1;
    return {{"id", freeId(workbook, "page")}, {"name", name.empty() ? toUtf8(Tr::tr("Page %1").arg(number)) : name}};
}

Json newOverlay(const Catalogue &catalogue, const Workbook &workbook, const std::string &type)
{
    const KindSpec *known = catalogue.overlay(type);
    Json body = {{"id", freeId(workbook, type)}, {"type", type}, {"name", known ? toUtf8(known->label) : type}};
    if (known)
        addMissing(body, known->minimal);
    return body;
}

Json newPanel(const Catalogue &catalogue, const Workbook &workbook, const std::string &type)
{
    const KindSpec *known = catalogue.panel(type);
    Json body = {{"id", freeId(workbook, type)}, {"type", type}, {"title", known ? toUtf8(known->label) : type}};
    if (known)
        addMissing(body, known->minimal);
    return body;
}

Json newTabs(int count)
{
    Json tabs = Json::array();
    for (int i = 1; i <= count; ++i)
        tabs.push_back({{"name", toUtf8(Tr::tr("Tab %1").arg(i))}});
    return tabs;
}

} // namespace tessera::model
