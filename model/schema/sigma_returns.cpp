// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/sigma_returns.h"

#include <algorithm>
#include <cctype>

#include <QCoreApplication>
#include <QRegularExpression>

#include "model/base/pointer.h"
#include "model/base/text.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::SigmaReturns)
};

// Rewrites one body; every rewrite is noted with its place.
class Rewriter
{
public:
    Rewriter(const Catalogue &catalogue, Scope scope, Key key, std::string id, QList<Diagnostic> &steps)
        : m_catalogue(catalogue)
        , m_scope(scope)
        , m_key(std::move(key))
        , m_id(std::move(id))
        , m_steps(steps)
    {
    }

    Json run(const Json &original)
    {
        Json body = original;
        m_original = original;
        if (const KindSpec *kind = m_catalogue.kindOf(m_scope, body))
            rewrite(*kind->type, body, {});
        special(body);
        return body;
    }

private:
    void note(const char *step, const std::string &path, QString message)
    {
        Diagnostic diagnostic;
        diagnostic.severity = Severity::Info;
        diagnostic.rule = std::string("returns.") + step;
        diagnostic.message = std::move(message);
        diagnostic.target = {m_scope, m_key, path, 0};
        diagnostic.element = m_id;
        m_steps.append(std::move(diagnostic));
    }

    void rewrite(const TypeSpec &type, Json &value, const std::string &path)
    {
        switch (type.type) {
        case model::ValueType::Object:
            rewriteObject(type, value, path);
            break;
        case model::ValueType::List:
        case model::ValueType::Map:
            rewriteItems(type, value, path);
            break;
        case model::ValueType::Union:
            if (const VariantSpec *variant = type.variantOf(value); variant && variant->type)
                rewrite(*variant->type, value, path);
            break;
        case model::ValueType::Color:
            lowerHex(value, path);
            break;
        case model::ValueType::Text:
            if (type.editor == Editor::Color) // of a palette
                lowerHex(value, path);
            break;
        default:
            break;
        }
    }

    void rewriteObject(const TypeSpec &type, Json &value, const std::string &path)
    {
        if (!value.is_object())
            return;
        for (const PropertySpec &field : type.fields) {
            const auto it = value.find(field.key);
            if (it == value.end())
                continue;
            const std::string place = joinPointer(path, field.key);
            if (field.kept == Kept::Dropped) {
                note("dropped", place, Texts::tr("Sigma forgets “%1”.").arg(toQString(field.key)));
                assign(value, joinPointer({}, field.key), std::nullopt);
            } else if (field.type && isGradient(*field.type, *it)) {
                note("gradient", place, Texts::tr("Sigma forgets gradients."));
                assign(value, joinPointer({}, field.key), std::nullopt);
            } else if (field.type) {
                rewrite(*field.type, *it, place);
            }
        }
    }

    // A color or background given as a gradient of CSS: accepted and forgotten.
    static bool isGradient(const TypeSpec &type, const Json &value)
    {
        const bool color = type.type == model::ValueType::Color ||
                           std::any_of(type.variants.begin(), type.variants.end(), [](const VariantSpec &form) {
                               return form.type && form.type->type == model::ValueType::Color;
                           });
        return color && value.is_string() &&
               value.get_ref<const std::string &>().find("gradient(") != std::string::npos;
    }

    void rewriteItems(const TypeSpec &type, Json &value, const std::string &path)
    {
        if (!type.item)
            return;
        if (value.is_array()) {
            for (std::size_t i = 0; i < value.size(); ++i)
                rewrite(*type.item, value[i], joinPointer(path, i));
        } else if (value.is_object() && type.type == model::ValueType::Map) {
            for (auto &[name, entry] : value.get_ref<Json::object_t &>())
                rewrite(*type.item, entry, joinPointer(path, name));
        }
    }

    void lowerHex(Json &value, const std::string &path)
    {
        if (!value.is_string() || !value.get_ref<const std::string &>().starts_with('#'))
            return;
        std::string lower = value.get<std::string>();
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (value == lower)
            return;
        value = std::move(lower);
        note("lower-case-color", path, Texts::tr("Sigma writes colors in lower case."));
    }

    void special(Json &body)
    {
        const std::string kind = stringMember(body, "kind");
        if (kind == "pivot-table")
            valuesFirst(body);
        else if (kind == "repeated-container")
            dropDefault(body, "/arrangement", "grid");
        else if (kind == "kpi-chart")
            dropDefault(body, "/layout/verticalAnchor", "center");
        else if (kind == "navigation")
            fillOpenTargets(body);
        else if (kind == "combo-chart")
            laterBarsToLines(body);
        else if (kind == "input-table")
            inputColumns(body);
        else if (kind == "text")
            regroupSpans(body);
        nameUnions(body, "/source", 0);
    }

    // A union without a name gets one; a name of its own sometimes stays and sometimes goes, so it is left alone.
    void nameUnions(Json &body, const std::string &path, int depth)
    {
        constexpr int deepest = 12;
        const Json *source = at(body, path);
        if (!source || depth > deepest)
            return;
        if (source->is_array()) {
            for (std::size_t i = 0; i < source->size(); ++i)
                nameUnions(body, joinPointer(path, i), depth + 1);
            return;
        }
        const Json *parts = member(*source, "sources");
        if (stringMember(*source, "kind") == "union" && parts && parts->is_array() &&
            stringMember(*source, "name").empty()) {
            const std::string name = "Union of " + std::to_string(parts->size()) + " Sources";
            assign(body, joinPointer(path, "name"), Json(name));
            note("union-name", path, Texts::tr("Sigma names the union “%1”.").arg(toQString(name)));
        }
        for (const char *key : {"primarySource", "joins", "left", "right", "source", "sources"})
            nameUnions(body, joinPointer(path, key), depth + 1);
    }

    // Neighbouring spans of one style come back as one.
    void regroupSpans(Json &body)
    {
        static const QRegularExpression twins(QStringLiteral("<span( [^<>]*)>([^<>]*)</span><span\\1>"));
        const QString before = toQString(stringMember(body, "body"));
        QString after = before;
        for (auto match = twins.match(after); match.hasMatch(); match = twins.match(after, match.capturedStart()))
            after.replace(match.capturedStart(), match.capturedLength(),
                          u"<span"_qs + match.captured(1) + u'>' + match.captured(2));
        if (after == before)
            return;
        assign(body, "/body", Json(toUtf8(after)));
        note("spans", "/body", Texts::tr("Sigma writes neighbouring parts of one style as one."));
    }

    void dropDefault(Json &body, const std::string &path, const char *value)
    {
        const Json *present = at(body, path);
        if (!present || *present != value)
            return;
        assign(body, path, std::nullopt);
        note("default-dropped", path,
             Texts::tr("Sigma does not write “%1”, which is the default.").arg(QLatin1String(value)));
    }

    // A pivot's columns come back with the values in front, otherwise in the same order.
    void valuesFirst(Json &body)
    {
        const Json *values = member(body, "values");
        const auto columns = body.find("columns");
        if (!values || !values->is_array() || columns == body.end() || !columns->is_array())
            return;
        Json sorted = *columns;
        auto &items = sorted.get_ref<Json::array_t &>();
        std::stable_partition(items.begin(), items.end(), [&](const Json &column) {
            const Json *id = member(column, "id");
            return id && std::find(values->begin(), values->end(), *id) != values->end();
        });
        if (sorted == *columns)
            return;
        *columns = std::move(sorted);
        note("pivot-columns", "/columns", Texts::tr("Sigma puts the columns of a pivot's values first."));
    }

    void fillOpenTargets(Json &body, const std::string &list = "/options")
    {
        const Json *options = at(body, list);
        const std::size_t count = options && options->is_array() ? options->size() : 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string option = joinPointer(list, i);
            const std::string path = joinPointer(option, "destination");
            if (list == "/options") // menus have one level below their entries
                fillOpenTargets(body, joinPointer(option, "options"));
            const Json *destination = at(body, path);
            if (!destination || stringMember(*destination, "type") != "link" || member(*destination, "openTarget"))
                continue;
            assign(body, joinPointer(path, "openTarget"), Json("_blank"));
            note("open-target", path,
                 Texts::tr("Sigma opens links in a new tab unless told otherwise, and writes that."));
        }
    }

    void laterBarsToLines(Json &body)
    {
        const Json *series = at(body, "/yAxis/columnIds");
        if (!series || !series->is_array())
            return;
        for (std::size_t i = 1; i < series->size(); ++i) {
            const std::string path = joinPointer(joinPointer("/yAxis/columnIds", i), "type");
            const Json *type = at(body, path);
            if (!type || *type != "bar")
                continue;
            assign(body, path, Json("line"));
            note("combo-bars", path, Texts::tr("Sigma draws only the first series of a combo chart as bars."));
        }
    }

    // Hidden columns disappear, day limits become moments.
    void inputColumns(Json &body)
    {
        const auto columns = body.find("columns");
        if (columns == body.end() || !columns->is_array())
            return;
        const Json before = member(m_original, "columns") ? *member(m_original, "columns") : Json::array();
        auto &items = columns->get_ref<Json::array_t &>();
        for (std::size_t i = items.size(); i-- > 0;) {
            const Json *hidden = i < before.size() ? member(before[i], "hidden") : nullptr;
            if (hidden && *hidden == true) {
                note("hidden-column", joinPointer("/columns", i),
                     Texts::tr("Sigma removes hidden columns of input tables."));
                items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
            } else if (stringMember(items[i], "type") == "datetime") {
                dayToMoment(body, joinPointer(joinPointer("/columns", i), "range"));
            }
        }
    }

    void dayToMoment(Json &body, const std::string &range)
    {
        for (const char *end : {"min", "max"}) {
            const std::string path = joinPointer(range, end);
            const Json *value = at(body, path);
            const std::string day = value ? stringOf(*value) : std::string();
            if (day.size() != 10)
                continue;
            assign(body, path, Json(day + "T00:00:00Z"));
            note("range-moment", path, Texts::tr("Sigma writes day limits as moments."));
        }
    }

    const Catalogue &m_catalogue;
    Scope m_scope;
    Key m_key;
    std::string m_id;
    QList<Diagnostic> &m_steps;
    Json m_original; // before anything was dropped from it
};

Json rewriteTree(const Catalogue &catalogue, Scope scope, const Key &key, const std::string &id, const Json &body,
                 QList<Diagnostic> &steps)
{
    return Rewriter(catalogue, scope, key, id, steps).run(body);
}

// Row heights come from spans, whatever a file says; a repeated container has twelve columns and type grid.
void rewriteLayout(Workbook &workbook, QList<Diagnostic> &steps)
{
    std::vector<std::pair<NodeId, LayoutNode>> rewritten;
    workbook.layout.visit(rootNode, [&](NodeId id, const LayoutNode &node) {
        LayoutNode after = node;
        std::erase_if(after.extra, [](const auto &attribute) { return attribute.first == "gridTemplateRows"; });
        const Object *element = workbook.elementOf(node);
        if (element && element->kind() == "repeated-container" && node.hasGrid())
            after.columns = repeatedColumns;
        if (after != node)
            rewritten.emplace_back(id, std::move(after));
    });
    for (auto &[id, node] : rewritten) {
        Diagnostic diagnostic;
        diagnostic.severity = Severity::Info;
        diagnostic.rule = "returns.layout";
        diagnostic.message =
            Texts::tr("Sigma sets the rows of “%1” to auto, and a repeated container to twelve columns.")
                .arg(toQString(node.ref));
        diagnostic.target.node = id;
        diagnostic.element = node.ref;
        steps.append(std::move(diagnostic));
        workbook.layout.replace(id, std::move(node));
    }
}

} // namespace

SigmaReturns asSigmaReturns(const Workbook &workbook, const Catalogue &catalogue)
{
    SigmaReturns out{workbook, {}};
    for (const Collection collection : allCollections) {
        ObjectList &list = out.workbook.list(collection);
        for (int i = 0; i < list.size(); ++i) {
            const Object object = list.at(i);
            list.replace(i, object.withBody(rewriteTree(catalogue, scopeOf(collection), object.key(), object.id(),
                                                        object.body(), out.steps)));
        }
    }
    out.workbook.contents = rewriteTree(catalogue, Scope::Contents, {}, {}, workbook.contents, out.steps);
    rewriteLayout(out.workbook, out.steps);
    return out;
}

} // namespace tessera::model
