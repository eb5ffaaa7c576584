// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>
#include <set>

#include <QTest>

#include "model/base/text.h"
#include "model/schema/catalogue.h"
#include "model/schema/catalogue_data.h"

using namespace tessera::model;

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QStringList names(const std::vector<KindSpec> &kinds)
{
    QStringList out;
    for (const KindSpec &kind : kinds)
        out += toQString(kind.name);
    return out;
}

// The fields of the type a path of keys leads to, through lists and every form of a union.
std::vector<const PropertySpec *> fieldsAt(const TypeSpec *type, const QStringList &path);

void collect(const TypeSpec *type, const QString &key, std::vector<const PropertySpec *> &out,
             std::set<const TypeSpec *> &seen)
{
    if (!seen.insert(type).second)
        return;
    for (const PropertySpec &property : type->fields) {
        if (property.key == toUtf8(key))
            out.push_back(&property);
    }
    for (const VariantSpec &form : type->variants)
        collect(form.type, key, out, seen);
    if (type->item)
        collect(type->item, key, out, seen);
}

std::vector<const PropertySpec *> fieldsAt(const TypeSpec *type, const QStringList &path)
{
    std::vector<const PropertySpec *> found;
    std::set<const TypeSpec *> seen;
    collect(type, path.first(), found, seen);
    if (path.size() == 1)
        return found;
    std::vector<const PropertySpec *> deeper;
    for (const PropertySpec *property : found) {
        for (const PropertySpec *next : fieldsAt(property->type, path.mid(1)))
            deeper.push_back(next);
    }
    return deeper;
}

void enumValues(const TypeSpec *type, QStringList &out, std::set<const TypeSpec *> &seen)
{
    if (!seen.insert(type).second)
        return;
    for (const EnumValue &value : type->values) {
        if (value.instead.empty())
            out += value.value.is_string() ? toQString(stringOf(value.value)) : toQString(value.value.dump());
    }
    for (const VariantSpec &form : type->variants)
        enumValues(form.type, out, seen);
    if (type->item)
        enumValues(type->item, out, seen);
}

} // namespace

// The catalogue held against what is known about Sigma: kinds, fields and enum values, written down here once more.
class TestCatalogueFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalogue = loadCatalogue().value(); }
    void hasEveryKind_data();
    void hasEveryKind();
    void elementsHaveTheirFields_data();
    void elementsHaveTheirFields();
    void controlsHaveTheirFields_data();
    void controlsHaveTheirFields();
    void effectsHaveTheirKeys_data();
    void effectsHaveTheirKeys();
    void enumsHaveTheirValues_data();
    void enumsHaveTheirValues();
    void rejectedNamesAreListed();
    void dropsAreMarked_data();
    void dropsAreMarked();
    void gatesAreNamed();

private:
    std::optional<Catalogue> m_catalogue;
};

void TestCatalogueFacts::hasEveryKind_data()
{
    QTest::addColumn<int>("family");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, Family family, const char *expected) {
        QTest::newRow(name) << static_cast<int>(family) << words(expected);
    };
    row("elements", Family::Element,
        "table pivot-table input-table kpi-chart bar-chart line-chart area-chart combo-chart scatter-chart pie-chart "
        "donut-chart waterfall-chart treemap-chart gauge-chart sankey-chart funnel-chart box-chart region-map "
        "point-map "
        "geography-map text image divider embed page-break button form progress navigation plugin control container "
        "tabbed-container repeated-container single-row-container value-list code chat theme");
    row("controls", Family::Control,
        "list segmented text text-area number number-range slider range-slider date date-range checkbox switch top-n "
        "hierarchy drill legend synced file-upload");
    row("effects", Family::Effect,
        "insert-rows update-rows delete-rows set-control-value clear-control open-overlay close-overlay open-url "
        "open-document navigate refresh-element select-tab custom-sort set-form-values reset-form "
        "set-single-row-container "
        "modify-element send-embed-event run-python-element clear-chat-element-messages trigger-plugin call-api "
        "call-stored-procedure export if-else call-agent sequence");
    row("triggers", Family::Trigger,
        "on-click on-select on-change on-primary-cta-click on-secondary-cta-click on-close");
    row("value sources", Family::ValueSource,
        "constant control formula column column-range formula-range form-field agent-input static dynamic");
    row("row selectors", Family::RowSelector, "formula single-row current-row column-match");
    row("conditions", Family::ActionCondition, "column constant formula");
    row("clear scopes", Family::ClearScope, "page control container workbook");
    row("sources", Family::Source,
        "warehouse-table table data-model sql join union transpose csv-table metric-view semantic-view code-output "
        "empty linked");
    row("overlays", Family::Overlay, "modal drawer popover");
    row("panels", Family::Panel, "header sidebar");
    row("tools", Family::Tool, "action mcp-connector warehouse-agent search-service");
    row("filters", Family::Filter, "list top-n number-range date-range text-match hierarchy");
    row("conditional formats", Family::ConditionalFormat, "single backgroundScale fontScale dataBars");
    row("column shapes", Family::ColumnShape, "system key text number datetime checkbox multi-select file formula");
    row("column securities", Family::ColumnSecurity, "no-one-can-view specific-users-and-teams user-attribute");
    row("formats", Family::Format, "number datetime");
    row("form fields", Family::FormField, "text short-text text-area number date checkbox choice file-upload");
}

void TestCatalogueFacts::hasEveryKind()
{
    QFETCH(int, family);
    QFETCH(QStringList, expected);
    QStringList present = names(m_catalogue->all(static_cast<Family>(family)));
    present.sort();
    expected.sort();
    QCOMPARE(present, expected);
}

void TestCatalogueFacts::elementsHaveTheirFields_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("required");
    QTest::addColumn<QStringList>("optional");
    const auto row = [](const char *kinds, const char *required, const char *optional) {
        for (const QString &kind : words(kinds))
            QTest::newRow(qPrintable(kind)) << kind << words(required) << words(optional);
    };
    row("table", "source columns",
        "name description style order groupings summary sort filters conditionalFormats tableStyle folders "
        "tableComponents "
        "columnSecurities visibleAsSource noDataText actions relationships metrics");
    row("pivot-table", "source columns values",
        "rowsBy columnsBy totals conditionalFormats tableStyle filters name description actions");
    row("input-table", "source inputMode",
        "columns filters conditionalFormats sort summary name noDataText description style actions");
    row("kpi-chart", "source columns value",
        "comparisonColumn comparison timeline periodComparison trend layout name description filters style actions");
    const char *cartesian =
        "xAxis yAxis yAxis2 color dataLabel legend tooltip trellis refMarks trendlines filters backgroundImage actions";
    row("bar-chart", "source columns",
        "xAxis yAxis yAxis2 color stacking orientation gap barStyle dataLabel legend tooltip trellis refMarks "
        "trendlines "
        "filters backgroundImage actions");
    row("line-chart", "source columns", cartesian);
    QTest::newRow("lines") << QStringLiteral("line-chart") << QStringList()
                           << words("lineAreaStyle pointStyle seriesLineAreaStyle seriesPointStyle");
    row("area-chart", "source columns", "xAxis yAxis color trellis stacking lineAreaStyle");
    row("combo-chart", "source columns", "xAxis yAxis yAxis2 trellis seriesDataLabel seriesLineAreaStyle");
    row("scatter-chart", "source columns", "xAxis yAxis color size trellis pointStyle");
    row("pie-chart", "source columns value color", "dataLabel legend tooltip filters actions");
    row("donut-chart", "source columns value color",
        "dataLabel legend tooltip filters actions holeValue innerRadius hole trellis");
    row("waterfall-chart", "source columns",
        "xAxis yAxis startPoint splitBy grouping waterfallColors waterfallShape color refMarks legend");
    row("treemap-chart", "source columns category", "");
    row("gauge-chart", "source columns value", "");
    row("sankey-chart", "source columns stages value", "");
    row("funnel-chart", "source columns stage series", "");
    row("box-chart", "source columns yAxis", "");
    row("region-map", "source columns region", "color label tooltip legend mapStyle actions");
    row("point-map", "source columns latitude longitude", "size color label tooltip");
    row("geography-map", "source columns geography", "color label tooltip");
    row("text", "body", "verticalAlign overflow");
    row("image", "", "url source alt link style actions");
    row("divider", "", "direction align style");
    row("embed", "url", "");
    row("button", "text", "appearance fillColor fontColor align actions");
    row("form", "fields", "footer style actions");
    row("progress", "", "min max value mode shape config");
    row("navigation", "mode", "options showIcons pageLabels style optionStyle");
    row("plugin", "pluginId", "displayName style config");
    row("control", "controlId controlType", "name style parameters actions");
    row("container", "", "style backgroundImage elementGap spacing");
    row("tabbed-container", "tabs", "tabBar");
    row("repeated-container", "source",
        "arrangement cardSize cardGap cardSpacing elementGap elementSpacing scroll filters sort noDataText cardStyle");
    row("single-row-container", "source keyColumnId", "keyColumnValue");
    row("chat", "agentId", "");
}

void TestCatalogueFacts::elementsHaveTheirFields()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, required);
    QFETCH(QStringList, optional);
    const KindSpec *spec = m_catalogue->element(toUtf8(kind));
    QVERIFY(spec);
    for (const QString &key : required + optional) {
        const PropertySpec *field = spec->field(toUtf8(key));
        QVERIFY2(field && !field->isLegacy(), qPrintable(key));
        QVERIFY2(field->required == required.contains(key), qPrintable(key));
    }
}

void TestCatalogueFacts::controlsHaveTheirFields_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("required");
    QTest::addColumn<QStringList>("optional");
    const auto row = [](const char *types, const char *required, const char *optional) {
        for (const QString &type : words(types))
            QTest::newRow(qPrintable(type)) << type << words(required) << words(optional);
    };
    row("list", "mode selectionMode source", "values value filters");
    row("segmented", "source value", "filters showClearLabel");
    row("text text-area", "mode case includeNulls showOperators", "value filters");
    row("number", "mode includeNulls", "value filters");
    row("number-range", "", "filters low high step includeNulls"); // filters only in practice: a rule warns
    row("slider", "mode low high value", "step includeNulls filters");
    row("range-slider", "low high", "min max includeNulls filters");
    row("date", "mode value", "includeNulls filters");
    row("date-range", "mode", "includeNulls filters startDate endDate value unit includeToday date");
    row("checkbox switch", "", "mode value filters");
    row("top-n", "rankingFunction mode", "rowCount percentile includeNulls filters");
    row("hierarchy", "mode values", "includeNulls filters");
    row("drill", "source categories targets value", "");
    row("legend", "", "source targets");
    row("synced", "controlId", "");
}

void TestCatalogueFacts::controlsHaveTheirFields()
{
    QFETCH(QString, type);
    QFETCH(QStringList, required);
    QFETCH(QStringList, optional);
    const KindSpec *spec = m_catalogue->control(toUtf8(type));
    QVERIFY(spec);
    for (const QString &key : required + optional) {
        const PropertySpec *field = spec->field(toUtf8(key));
        QVERIFY2(field && !field->isLegacy(), qPrintable(key));
        // What only some modes have may be required there.
        QVERIFY2(field->required == required.contains(key) || !field->visibleWhen.isEmpty(), qPrintable(key));
    }
    for (const char *key : {"id", "kind", "controlId", "controlType", "actions", "style"})
        QVERIFY2(spec->field(key), key);
}

void TestCatalogueFacts::effectsHaveTheirKeys_data()
{
    QTest::addColumn<QString>("effect");
    QTest::addColumn<QStringList>("required");
    QTest::addColumn<QStringList>("optional");
    QTest::addColumn<QStringList>("dead");
    const auto row = [](const char *effect, const char *required, const char *optional = "", const char *dead = "") {
        QTest::newRow(effect) << QString::fromUtf8(effect) << words(required) << words(optional) << words(dead);
    };
    row("insert-rows", "tableElementId values", "", "table");
    row("update-rows", "tableElementId whichRows values", "", "table");
    row("delete-rows", "tableElementId whichRows", "", "table");
    row("set-control-value", "control value", "selectionMode", "controlId");
    row("clear-control", "scope", "usePublishedValue");
    row("open-overlay", "overlayId", "", "overlay");
    row("close-overlay", "");
    row("open-url", "openTarget", "url");
    row("open-document", "documentId documentType openTarget", "targetControls", "document");
    row("navigate", "target", "", "page");
    row("refresh-element", "target");
    row("select-tab", "tabbedContainerElementId selectedTab", "", "tabbedContainer");
    row("custom-sort", "elementId sort");
    row("set-form-values", "formElementId values", "", "form");
    row("reset-form", "");
    row("set-single-row-container", "target value");
    row("run-python-element", "codeElementId", "", "element");
    row("clear-chat-element-messages", "chatElementId");
    row("trigger-plugin", "pluginElementId pluginEffectId", "", "pluginElement pluginEffect");
    row("call-api", "connectorId");
    row("call-stored-procedure", "storedProcedure");
    row("export", "channel source", "format uri recipients");
    row("if-else", "if", "elseif else");
    row("call-agent", "agentId prompt");
    row("sequence", "sequenceId");
}

void TestCatalogueFacts::effectsHaveTheirKeys()
{
    QFETCH(QString, effect);
    QFETCH(QStringList, required);
    QFETCH(QStringList, optional);
    QFETCH(QStringList, dead);
    const KindSpec *spec = m_catalogue->effect(toUtf8(effect));
    QVERIFY(spec);
    for (const QString &key : required + optional) {
        const PropertySpec *field = spec->field(toUtf8(key));
        QVERIFY2(field && !field->isLegacy(), qPrintable(key));
        // What only some channels have may be required there.
        QVERIFY2(field->required == required.contains(key) || !field->visibleWhen.isEmpty(), qPrintable(key));
    }
    for (const QString &key : dead) {
        const PropertySpec *field = spec->field(toUtf8(key));
        QVERIFY2(field && field->isLegacy() && !field->instead.empty(), qPrintable(key));
    }
}

void TestCatalogueFacts::enumsHaveTheirValues_data()
{
    QTest::addColumn<QString>("kind"); // element kind, "family:name" or "type:name"
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("values");
    const auto row = [](const char *kind, const char *path, const char *values) {
        QTest::addRow("%s %s", kind, path) << QString::fromUtf8(kind) << QString::fromUtf8(path) << words(values);
    };
    row("bar-chart", "stacking", "none stacked normalized");
    row("bar-chart", "orientation", "horizontal");
    row("bar-chart", "gap/width", "small medium large");
    row("bar-chart", "xAxis/sort/direction", "ascending descending");
    row("bar-chart", "xAxis/format/scale/type", "linear log time");
    row("bar-chart", "xAxis/format/marks", "none tick");
    row("bar-chart", "xAxis/format/labels", "hidden");
    row("bar-chart", "refMarks/type", "line band");
    row("bar-chart", "refMarks/axis", "axis series series2");
    row("bar-chart", "trendlines/model", "linear quadratic polynomial exponential logarithmic power");
    row("bar-chart", "dataLabel/labelDisplay", "auto minimum maximum min-max all");
    row("bar-chart", "legend/position", "auto top bottom left right");
    row("bar-chart", "color/by", "single category scale");
    row("combo-chart", "yAxis/columnIds/type", "bar line area scatter");
    row("pie-chart", "dataLabel/labelDisplay", "value-percent percent color-percent color-value");
    row("line-chart", "lineAreaStyle/interpolation", "monotone");
    row("kpi-chart", "layout/anchor", "left center right");
    row("kpi-chart", "layout/verticalAnchor", "top center bottom");
    row("kpi-chart", "layout/titleOrient", "top bottom");
    row("kpi-chart", "layout/comparisonValueOrient", "right");
    row("kpi-chart", "periodComparison", "month");
    row("kpi-chart", "trend/shape", "line");
    row("kpi-chart", "comparison/display", "delta");
    row("region-map", "region/regionType", "country us-state us-county us-zipcode us-cbsa us-postal-place ca-province");
    row("table", "style/borderRadius", "square round pill");
    row("table", "style/padding", "none");
    row("table", "style/backgroundColor", "transparent auto");
    row("table", "sort/nulls", "first last connection-default");
    row("table", "tableStyle/preset", "spreadsheet presentation");
    row("table", "tableStyle/cellSpacing", "extra-small small medium large");
    row("table", "tableStyle/gridLines", "none vertical horizontal all");
    row("table", "columns/style/align", "left center right");
    row("table", "conditionalFormats/condition",
        "= != > >= < <= IsNull IsNotNull Contains NotContains StartsWith EndsWith Between NotBetween formula");
    row("table", "filters/state", "enabled disabled");
    row("table", "filters/includeNulls", "always never when-no-value-is-selected");
    row("table", "source/joins/joinType", "inner left-outer right-outer full-outer lookup cross");
    row("table", "source/joins/columns/op", "= != < <= > >= within intersects");
    row("table", "source/aggregate", "min max count count-if count-distinct sum avg median");
    row("table", "source/direction", "column-to-row row-to-column");
    row("pivot-table", "totals/showGrandTotals", "shown hidden");
    row("pivot-table", "totals/showSubtotals", "always when-collapsed");
    row("pivot-table", "totals/totalPosition", "first last");
    row("pivot-table", "rowsBy/sort/by", "row-count");
    row("input-table", "inputMode", "edit explore view");
    row("input-table", "columns/pills", "single-color color-by-option");
    row("input-table", "columns/id", "ID CREATED_AT CREATED_BY UPDATED_AT UPDATED_BY");
    row("text", "verticalAlign", "top center bottom");
    row("text", "overflow", "clip scroll");
    row("image", "style/fit", "contain cover none scale-down stretch");
    row("divider", "direction", "horizontal vertical");
    row("divider", "align", "top center bottom left right");
    row("divider", "style/strokeStyle", "solid dashed dotted");
    row("button", "appearance", "filled outline text");
    row("button", "actions/trigger",
        "on-click on-select on-change on-primary-cta-click on-secondary-cta-click on-close");
    row("button", "actions/state", "enabled disabled");
    row("form", "fields/required", "required optional");
    row("form", "fields/readOnly", "readonly editable");
    row("form", "footer/align", "stretch");
    row("progress", "mode", "percent value");
    row("progress", "shape", "bar ring");
    row("navigation", "mode", "auto manual");
    row("navigation", "options/destination/type", "page element link none");
    row("container", "elementGap", "shown hidden");
    row("container", "spacing", "small medium large");
    row("container", "backgroundImage/style/tiling", "none repeat");
    row("repeated-container", "arrangement", "grid list");
    row("repeated-container", "cardSize", "x-small small medium large x-large");
    row("repeated-container", "scroll", "vertical horizontal none");
    row("controls:list", "mode", "include exclude");
    row("controls:list", "selectionMode", "single multiple");
    row("controls:list", "source/valueType", "text number");
    row("controls:text", "mode",
        "equals does-not-equal contains does-not-contain starts-with does-not-start-with ends-with does-not-end-with "
        "like "
        "not-like matches-regexp does-not-match-regexp");
    row("controls:text", "case", "sensitive insensitive");
    row("controls:number", "mode", "= != < <= > >=");
    row("controls:slider", "mode", "<= >= = < >");
    row("controls:date", "mode", "= < <= > >=");
    row("controls:date", "value/op", "now-minus now-plus");
    row("controls:date-range", "mode", "between last next current on before after custom");
    row("controls:date-range", "unit", "year quarter month week-starting-sunday week-starting-monday day hour minute");
    row("controls:checkbox", "mode", "True/False True/All");
    row("controls:top-n", "rankingFunction", "rank rank-dense row-number rank-percentile cume-dist");
    row("controls:top-n", "mode", "top-n bottom-n top-percentile bottom-percentile");
    row("effects:open-url", "openTarget", "_self _blank _parent");
    row("effects:open-document", "documentType", "workbook report");
    row("effects:set-control-value", "selectionMode", "add replace");
    row("effects:set-control-value", "value/value/type",
        "text number boolean date text-list number-list date-list boolean-list number-range date-range");
    row("effects:select-tab", "selectedTab/direction", "next previous");
    row("effects:export", "format/type", "csv excel json pdf png");
    row("effects:custom-sort", "sort/type", "level column");
    row("effects:update-rows", "whichRows/condition",
        "= != > >= < <= IsNull IsNotNull Contains NotContains StartsWith EndsWith Between NotBetween");
    row("actionConditions:constant", "cond", "= In");
    row("overlays:modal", "modal/width", "x-small small medium large x-large");
    row("overlays:drawer", "drawer/position", "start end");
    row("panels:header", "config/borderStyle", "line shadow none");
    row("panels:header", "config/scroll", "sticky none");
    row("panels:sidebar", "config/borderStyle", "line none");
    row("panels:sidebar", "width", "small medium large");
    row("pages:page", "visibility", "hidden");
    row("pages:page", "pageWidth", "full medium large custom");
    row("documents:contents", "settings/theme/name", "Light Dark Surface");
    row("documents:contents", "settings/theme/overrides/borderRadius", "square round pill");
    row("documents:contents", "settings/navigation/primary", "sidebar header");
    row("documents:contents", "settings/navigation/pageHeader", "enabled disabled");
    row("documents:contents", "agents/greeting/mode", "static generated");
    row("documents:contents", "agents/tools/kind", "action mcp-connector warehouse-agent search-service");
}

void TestCatalogueFacts::enumsHaveTheirValues()
{
    QFETCH(QString, kind);
    QFETCH(QString, path);
    QFETCH(QStringList, values);
    const KindSpec *spec = nullptr;
    if (!kind.contains(QLatin1Char(':'))) {
        spec = m_catalogue->element(toUtf8(kind));
    } else {
        const QStringList parts = kind.split(QLatin1Char(':'));
        for (const FamilyInfo &info : familyInfos) {
            if (parts[0] == QLatin1String(info.section))
                spec = m_catalogue->find(info.family, toUtf8(parts[1]));
        }
    }
    QVERIFY(spec);
    QStringList present;
    std::set<const TypeSpec *> seen;
    for (const PropertySpec *field : fieldsAt(spec->type, path.split(QLatin1Char('/'))))
        enumValues(field->type, present, seen);
    for (const QString &value : values)
        QVERIFY2(present.contains(value),
                 qPrintable(value + QStringLiteral(" not in ") + present.join(QLatin1Char(' '))));
}

void TestCatalogueFacts::rejectedNamesAreListed()
{
    for (const QString &name :
         words("kpi pie donut bubble-map geo-map us-map choropleth-map heat-map heatmap-chart box-plot "
               "gauge funnel waterfall map stack python iframe repeater bullet gantt")) {
        QVERIFY2(m_catalogue->rejectedKind(toUtf8(name)), qPrintable(name));
        QVERIFY2(!m_catalogue->element(toUtf8(name)), qPrintable(name));
    }
}

void TestCatalogueFacts::dropsAreMarked_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("kept");
    const auto row = [](const char *kind, const char *path, Kept kept) {
        QTest::addRow("%s %s", kind, path)
            << QString::fromUtf8(kind) << QString::fromUtf8(path) << static_cast<int>(kept);
    };
    row("pie-chart", "trellis", Kept::Dropped);
    row("kpi-chart", "trellis", Kept::Dropped);
    row("pivot-table", "trellis", Kept::Dropped);
    row("table", "trellis", Kept::Dropped);
    row("treemap-chart", "size", Kept::Dropped);
    row("treemap-chart", "value", Kept::Rejected);
    row("donut-chart", "color/scheme", Kept::Dropped);
    row("pie-chart", "color/scheme", Kept::Dropped);
    row("bar-chart", "tooltip/multiSeries", Kept::Partly);
    row("bar-chart", "xAxis/id", Kept::Rejected);
    row("waterfall-chart", "actions", Kept::Rejected);
    row("container", "style/backgroundImage", Kept::Dropped);
    row("container", "style/cornerRadius", Kept::Dropped);
    row("container", "backgroundImage/url", Kept::Rejected);
    row("input-table", "columns/hidden", Kept::Partly); // only true is dropped, with its column
    row("text", "name", Kept::Rejected);
}

void TestCatalogueFacts::dropsAreMarked()
{
    QFETCH(QString, kind);
    QFETCH(QString, path);
    QFETCH(int, kept);
    const auto fields = fieldsAt(m_catalogue->element(toUtf8(kind))->type, path.split(QLatin1Char('/')));
    QVERIFY(!fields.empty());
    QCOMPARE(static_cast<int>(fields.front()->kept), kept);
}

void TestCatalogueFacts::gatesAreNamed()
{
    for (const char *kind : {"button", "form", "code", "input-table"})
        QVERIFY2(!m_catalogue->element(kind)->gate.isEmpty(), kind);
    QVERIFY(!m_catalogue->source("code-output")->gate.isEmpty());
    QVERIFY(!m_catalogue->panel("header")->gate.isEmpty());
    QCOMPARE(m_catalogue->element("button")->code, CodeSupport::Gated);
    QCOMPARE(m_catalogue->effect("call-stored-procedure")->code, CodeSupport::No);
    QCOMPARE(m_catalogue->element("value-list")->certainty, Certainty::Unknown);
    QCOMPARE(m_catalogue->element("gauge-chart")->certainty, Certainty::Unverified);
}

QTEST_GUILESS_MAIN(TestCatalogueFacts)
#include "tst_catalogue_facts.moc"
