// SPDX-License-Identifier: GPL-3.0-or-later
#include "every_kind.h"

#include "model/base/json_text.h"

namespace tessera::tests {

using namespace model;

NodeId LayoutBuilder::add(NodeId parent, LayoutNode node)
{
    const NodeId id = m_tree.nextId();
    m_tree.insert(parent, static_cast<int>(m_tree.childrenOf(parent).size()), {id, std::move(node), {}});
    return id;
}

NodeId LayoutBuilder::block(const std::string &ref, NodeKind kind, int columns)
{
    return add(rootNode, {kind, ref, {}, columns, {}});
}

NodeId LayoutBuilder::element(NodeId parent, const std::string &id, GridRect rect)
{
    return add(parent, {NodeKind::Element, id, rect, pageColumns, {}});
}

NodeId LayoutBuilder::container(NodeId parent, const std::string &id, GridRect rect, int columns)
{
    return add(parent, {NodeKind::Container, id, rect, columns, {}});
}

NodeId LayoutBuilder::tabbed(NodeId parent, const std::string &id, GridRect rect)
{
    return add(parent, {NodeKind::TabbedContainer, id, rect, pageColumns, {}});
}

NodeId LayoutBuilder::tab(NodeId tabbed)
{
    return add(tabbed, {NodeKind::Tab, {}, {}, pageColumns, {}});
}

namespace {

constexpr const char *source = R"("source":{"kind":"table","elementId":"base"})";
constexpr const char *columns = R"j("columns":[
  {"id":"m","name":"Month","formula":"DateTrunc(\"month\", [Orders/Day])"},
  {"id":"r","name":"Region","formula":"[Orders/Region]"},
  {"id":"c","name":"Channel","formula":"[Orders/Channel]"},
  {"id":"v","name":"Revenue","formula":"Sum([Orders/Amount])","format":{"kind":"number","formatString":"$,.0f"}},
  {"id":"n","name":"Orders","formula":"CountDistinct([Orders/Order])","format":{"kind":"number","formatString":",.0f"}},
  {"id":"p","name":"Margin","formula":"Sum([Orders/Profit]) / Sum([Orders/Amount])","format":{"kind":"number","formatString":".1%"}}])j";

void add(Workbook &workbook, const std::string &id, const std::string &rest)
{
    const auto body = readJson("{\"id\":\"" + id + "\"," + rest + "}");
    Q_ASSERT_X(body, "everyKind", id.c_str());
    workbook.elements.append(Object(id, *body));
}

void chart(Workbook &workbook, const std::string &id, const std::string &kind, const std::string &rest)
{
    add(workbook, id, "\"kind\":\"" + kind + "\"," + source + "," + columns + "," + rest);
}

void addCharts(Workbook &w, LayoutBuilder &layout)
{
    const NodeId page = layout.block("charts");
    const struct
    {
        const char *id, *kind, *rest;
    } kpis[] = {
        {"k1", "kpi-chart",
         R"("name":"Revenue","value":{"columnId":"v"},"periodComparison":"month","timeline":{"columnId":"m"},"trend":{"shape":"line"},"comparison":{"display":"delta","colorGood":"#1C7C4A"})"},
        {"k2", "kpi-chart",
         R"("name":{"text":"Orders","fontSize":15},"value":{"columnId":"n"},"layout":{"anchor":"center"},"comparisonColumn":{"columnId":"v"},"comparison":{"display":"delta"})"},
        {"k3", "kpi-chart", R"("value":{"columnId":"p","color":"#3D5AFE"})"},
        {"k4", "gauge-chart", R"("name":"Margin against plan","value":{"columnId":"p"})"}};
    int x = 0;
    for (const auto &kpi : kpis) {
        chart(w, kpi.id, kpi.kind, kpi.rest);
        layout.element(page, kpi.id, {x, 0, 6, 6});
        x += 6;
    }
    const struct
    {
        const char *id, *kind, *rest;
    } charts[] = {
        {"bar", "bar-chart",
         R"("name":"Revenue by region","xAxis":{"columnId":"r"},"yAxis":{"columnIds":["v"]},"orientation":"horizontal","color":{"by":"single","value":"#0ea5e9"},"dataLabel":{"labels":"shown"})"},
        {"stack", "bar-chart",
         R"("name":"Revenue by month and channel","description":{"text":"Stacked by the channel the order came through"},"xAxis":{"columnId":"m"},"yAxis":{"columnIds":["v"]},"color":{"by":"category","column":"c"},"stacking":"stacked","refMarks":[{"type":"line","axis":"series","line":{"color":"#dc2626"},"label":{"text":"Plan"}}])"},
        {"line", "line-chart",
         R"("name":"Orders and revenue","xAxis":{"columnId":"m"},"yAxis":{"columnIds":["v","n"]},"yAxis2":{"columnIds":["n"]},"legend":{"position":"top"},"lineAreaStyle":{"interpolation":"monotone"})"},
        {"area", "area-chart",
         R"("name":"Share by channel","xAxis":{"columnId":"m"},"yAxis":{"columnIds":["v"]},"color":{"by":"category","column":"c"},"stacking":"normalized")"},
        {"combo", "combo-chart",
         R"("name":"Revenue and margin","xAxis":{"columnId":"m"},"yAxis":{"columnIds":[{"columnId":"v","type":"bar"},{"columnId":"p","type":"line"}]},"yAxis2":{"columnIds":["p"]},"legend":{"position":"bottom"})"},
        {"scatter", "scatter-chart",
         R"("name":"Orders against margin","xAxis":{"columnId":"n"},"yAxis":{"columnIds":["p"]},"size":{"columnId":"v"},"color":{"by":"category","column":"r"},"trendlines":[{"columnId":"p","model":"linear"}])"},
        {"pie", "pie-chart", R"("name":"Orders by channel","value":{"columnId":"n"},"color":{"columnId":"c"})"},
        {"donut", "donut-chart",
         R"("name":"Revenue by region","value":{"columnId":"v"},"color":{"columnId":"r"},"holeValue":{"columnId":"n"},"dataLabel":{"labels":"shown","labelDisplay":"percent"})"},
        {"water", "waterfall-chart",
         R"("name":"From plan to actual","xAxis":{"columnId":"r"},"yAxis":{"columnIds":["v"]})"},
        {"tree", "treemap-chart", R"("name":"Categories","category":{"columnId":"c"})"},
        {"sankey", "sankey-chart",
         R"("name":"Channel to region","stages":[{"columnId":"c"},{"columnId":"r"},{"columnId":"m"}],"value":{"columnId":"v"})"},
        {"funnel", "funnel-chart", R"("name":"Checkout","stage":{"columnId":"c"},"series":{"columnId":"n"})"},
        {"box", "box-chart", R"("name":"Order values","xAxis":{"columnId":"r"},"yAxis":{"columnIds":["v"]})"},
        {"trellis", "line-chart",
         R"("name":"By channel","xAxis":{"columnId":"m"},"yAxis":{"columnIds":["v"]},"trellis":{"columnsBy":[{"columnId":"c"}]})"},
        {"region", "region-map",
         R"("name":"Revenue by state","region":{"columnId":"r","regionType":"us-state"},"color":{"by":"scale","column":"v"})"},
        {"points", "point-map",
         R"("name":"Stores","latitude":{"columnId":"n"},"longitude":{"columnId":"p"},"size":{"columnId":"v"})"},
        {"geo", "geography-map",
         R"("name":"Sales districts","geography":{"columnId":"r"},"color":{"by":"category","column":"c"})"},
        {"odd", "heat-cube", R"("name":"Something new")"}};
    int index = 0;
    for (const auto &item : charts) {
        chart(w, item.id, item.kind, item.rest);
        layout.element(page, item.id, {index % 3 * 8, 6 + index / 3 * 11, 8, 11});
        ++index;
    }
}

void addData(Workbook &w, LayoutBuilder &layout)
{
    const NodeId page = layout.block("data");
    add(w, "base",
        R"("kind":"table","name":"Orders","source":{"kind":"warehouse-table","connectionId":"c","path":["SHOP","SALES","ORDERS"]},
      "columns":[{"id":"a","name":"Order","formula":"[ORDERS/ID]"},{"id":"b","name":"Day","formula":"[ORDERS/DAY]","format":{"kind":"datetime","formatString":"%Y-%m-%d"}},
      {"id":"c","name":"Region","formula":"[ORDERS/REGION]"},{"id":"d","name":"Channel","formula":"[ORDERS/CHANNEL]"},
      {"id":"e","name":"Amount","formula":"[ORDERS/AMOUNT]","format":{"kind":"number","formatString":"$,.2f"}},
      {"id":"f","name":"Profit","formula":"[ORDERS/PROFIT]","format":{"kind":"number","formatString":"$,.2f"},"style":{"align":"center"}}],
      "conditionalFormats":[{"type":"dataBars","columnIds":["e"]},{"type":"backgroundScale","columnIds":["f"]}])");
    chart(
        w, "grouped", "table",
        R"("name":"Revenue by region and month","groupings":[{"id":"g1","groupBy":["r"],"calculations":["v"]},{"id":"g2","groupBy":["m"],"calculations":["n"]}],"order":["c","p"],"summary":["p"],
      "tableStyle":{"banding":"shown","cellSpacing":"small","gridLines":"all"})");
    chart(
        w, "pivot", "pivot-table",
        R"("name":"Channel by region","rowsBy":[{"columnId":"r"},{"columnId":"c"}],"columnsBy":[{"columnId":"m"}],"values":["v","n"],"totals":{"showGrandTotals":"shown"})");
    add(w, "plan",
        R"("kind":"input-table","name":"Plan","source":{"kind":"empty","connectionId":"c"},"inputMode":"edit",
      "columns":[{"id":"note","type":"text","name":"Note"},{"id":"goal","type":"number","name":"Goal"},{"id":"due","type":"datetime","name":"Due"},{"id":"ok","type":"boolean","name":"Agreed"}])");
    add(w, "txt",
        R"("kind":"text","body":"## How to read this page\n\nRevenue is **booked**, not *billed*. Currently showing {{[pRegion]}}.\n\n- First the <span style=\"color: #C62839\">late</span> ones\n- Then the [rest](https://example.com)\n\n<p class=\"p-small\">Updated {{Max([Orders/Day]) | %b %d}}</p>")");
    add(w, "img", R"("kind":"image","url":"https://example.com/shop-front.png","alt":"Our shop in spring")");
    add(w, "div", R"("kind":"divider","style":{"strokeStyle":"dashed"})");
    add(w, "embed", R"("kind":"embed","url":"https://example.com/board?x={{[pRegion]}}")");
    add(w, "vals",
        R"("kind":"value-list","name":"Order","columns":[{"id":"a","name":"Customer","formula":"[Orders/Customer]"},{"id":"b","name":"Amount","formula":"[Orders/Amount]","format":{"kind":"number","formatString":"$,.2f"}}])");
    layout.element(page, "base", {0, 0, 24, 9});
    layout.element(page, "grouped", {0, 9, 12, 13});
    layout.element(page, "pivot", {12, 9, 12, 13});
    layout.element(page, "plan", {0, 22, 12, 11});
    layout.element(page, "txt", {12, 22, 7, 8});
    layout.element(page, "img", {19, 22, 5, 8});
    layout.element(page, "div", {12, 30, 12, 1});
    layout.element(page, "vals", {12, 31, 6, 8});
    layout.element(page, "embed", {18, 31, 6, 8});
}

void addControls(Workbook &w, LayoutBuilder &layout)
{
    const NodeId page = layout.block("controls");
    const char *controls[] = {
        R"("controlType":"list","name":"Region","mode":"include","selectionMode":"multiple","values":["West","North"],"source":{"kind":"manual","valueType":"text","values":["West","North"]})",
        R"("controlType":"list","name":"Channel","mode":"include","selectionMode":"single","source":{"kind":"source","columnId":"c"})",
        R"("controlType":"segmented","name":"Grain","value":"month","source":{"kind":"manual","valueType":"text","values":["month","quarter","year"],"labels":["Month","Quarter","Year"]})",
        R"("controlType":"text","name":"Search","mode":"contains","case":"insensitive","showOperators":true)",
        R"("controlType":"number","name":"Orders","mode":">=","value":10)",
        R"("controlType":"number-range","name":"Amount","low":10,"high":500)",
        R"("controlType":"slider","name":"Discount","mode":"<=","low":0,"high":50,"step":5,"value":15)",
        R"("controlType":"range-slider","name":"Margin","low":0,"high":100,"min":20,"max":80)",
        R"("controlType":"date","name":"Until","mode":"<=","value":"2026-04-30")",
        R"("controlType":"date-range","name":"Period","mode":"last","value":6,"unit":"month")",
        R"("controlType":"checkbox","name":"Only open orders","value":true)",
        R"("controlType":"switch","name":"Compare with last year","value":true)",
        R"("controlType":"top-n","name":"Show","rankingFunction":"rank","mode":"top-n","rowCount":10)",
        R"("controlType":"hierarchy","name":"Category","mode":"include","values":[["Food","Fruit"]])",
        R"("controlType":"drill","name":"Drill","categories":[{"columnId":"Year"},{"columnId":"Month"}])",
        R"("controlType":"legend","name":"Channel")",
        R"("controlType":"text-area","name":"Note","mode":"equals")",
        R"("controlType":"file-upload","name":"Receipt")"};
    int index = 0;
    for (const char *control : controls) {
        const std::string id = "c" + std::to_string(index);
        add(w, id, R"("kind":"control","controlId":"p)" + id + R"(",)" + control);
        const bool tall = index >= 16;
        layout.element(page, id, {index % 4 * 6, index / 4 * 3, 6, tall ? 5 : 3});
        ++index;
    }
    add(w, "form",
        R"("kind":"form","name":"New order","fields":[{"fieldId":"f1","type":"text","label":"Customer","required":"required","placeholder":"Name or number"},{"fieldId":"f2","type":"date","label":"Due"},{"fieldId":"f3","type":"choice","label":"Channel"},{"fieldId":"f4","type":"checkbox","label":"Express"}],"footer":{"primary":{"label":"Save order"},"secondary":{"label":"Clear"}})");
    add(w, "b1", R"("kind":"button","text":"Save","align":"left")");
    add(w, "b2", R"("kind":"button","text":"Cancel","appearance":"outline","align":"center")");
    add(w, "b3", R"("kind":"button","text":"Learn more","appearance":"text","align":"right")");
    add(w, "b4", R"("kind":"button","text":"Place order","fillColor":"#1C7C4A","align":"stretch")");
    add(w, "prog", R"("kind":"progress","name":"Year to date","mode":"percent","value":"0.4")");
    add(w, "ring", R"("kind":"progress","name":"Quarter","mode":"percent","shape":"ring","value":"0.4")");
    add(w, "navi", R"("kind":"navigation","mode":"auto")");
    add(w, "chat", R"("kind":"chat","name":"Assistant","agentId":"ag")");
    add(w, "plug", R"("kind":"plugin","pluginId":"0b1c","displayName":"Gantt by Acme")");
    add(w, "code", R"("kind":"code","name":"Forecast")");
    layout.element(page, "form", {0, 17, 8, 15});
    layout.element(page, "navi", {8, 17, 16, 2});
    int x = 8;
    for (const char *id : {"b1", "b2", "b3", "b4"}) {
        layout.element(page, id, {x, 19, 4, 2});
        x += 4;
    }
    layout.element(page, "prog", {8, 21, 10, 3});
    layout.element(page, "ring", {18, 21, 6, 8});
    layout.element(page, "chat", {8, 24, 10, 8});
    layout.element(page, "plug", {0, 32, 8, 7});
    layout.element(page, "code", {8, 32, 10, 7});
}

void addContainers(Workbook &w, LayoutBuilder &layout)
{
    const NodeId page = layout.block("containers");
    add(w, "head", R"("kind":"container","style":{"backgroundColor":"#E8ECFF","borderRadius":"round"})");
    add(w, "headline", R"("kind":"text","body":"# Sales overview","verticalAlign":"center")");
    add(w, "period",
        R"("kind":"control","controlId":"pPeriod","controlType":"date-range","name":"Period","mode":"current","unit":"quarter")");
    add(w, "tabs", R"("kind":"tabbed-container","tabs":[{"name":"Chart"},{"name":"Table"},{"name":"Notes"}])");
    chart(w, "t1", "bar-chart", R"("name":"Orders by region","xAxis":{"columnId":"r"},"yAxis":{"columnIds":["n"]})");
    chart(w, "t2", "table", R"("name":"Orders by region")");
    add(w, "t3", R"("kind":"text","body":"Nothing to note.")");
    add(w, "rep", R"("kind":"repeated-container","source":{"kind":"table","elementId":"base"},"arrangement":"grid")");
    add(w, "rname", R"("kind":"text","body":"**{{[Orders repeated container/Region]}}**")");
    add(w, "rval", R"("kind":"text","body":"{{[Orders repeated container/Amount] | $,.0f}}")");
    add(w, "plain", R"("kind":"container")");
    chart(w, "in1", "kpi-chart", R"("name":"Orders","value":{"columnId":"n"})");
    chart(w, "in2", "kpi-chart", R"("name":"Revenue","value":{"columnId":"v"})");
    add(w, "pb", R"("kind":"page-break")");
    const NodeId head = layout.container(page, "head", {0, 0, 24, 3});
    layout.element(head, "headline", {0, 0, 16, 3});
    layout.element(head, "period", {16, 0, 8, 3});
    const NodeId tabs = layout.tabbed(page, "tabs", {0, 3, 14, 14});
    layout.element(layout.tab(tabs), "t1", {0, 0, 24, 12});
    layout.element(layout.tab(tabs), "t2", {0, 0, 24, 12});
    layout.element(layout.tab(tabs), "t3", {0, 0, 24, 3});
    const NodeId repeated = layout.container(page, "rep", {14, 3, 10, 9}, repeatedColumns);
    layout.element(repeated, "rname", {0, 0, 12, 2});
    layout.element(repeated, "rval", {0, 2, 12, 3});
    const NodeId plain = layout.container(page, "plain", {14, 12, 10, 5}, 12);
    layout.element(plain, "in1", {0, 0, 6, 5});
    layout.element(plain, "in2", {6, 0, 6, 5});
    layout.element(page, "pb", {0, 17, 24, 1});
    layout.element(page, "ghost", {0, 18, 8, 4}); // nobody declared it
}

void addBlocks(Workbook &w, LayoutBuilder &layout)
{
    for (const char *id : {"charts", "data", "controls", "containers"}) {
        std::string name(id);
        name[0] = static_cast<char>(std::toupper(name[0]));
        w.pages.append(Object(id, {{"id", id}, {"name", name}}));
    }
    w.overlays.append(Object(
        "ask",
        *readJson(
            R"({"id":"ask","type":"modal","name":"Ask","modal":{"width":"small","header":{"title":"New order"},"footer":{"primaryCta":{"text":"Create"},"secondaryCta":{"text":"Cancel"}}}})")));
    w.overlays.append(Object(
        "side",
        *readJson(
            R"({"id":"side","type":"drawer","name":"Details","drawer":{"width":"small","position":"end","header":{"title":"Details"}}})")));
    w.panels.append(Object(
        "nav",
        *readJson(
            R"({"id":"nav","type":"sidebar","title":"Navigation","width":"medium","config":{"borderStyle":"line"}})")));
    add(w, "who", R"("kind":"control","controlId":"pWho","controlType":"text","name":"Customer","mode":"equals")");
    add(w, "note", R"("kind":"text","body":"The order is created **at once**.")");
    chart(w, "detail", "table", R"("name":"Lines")");
    add(w, "menu", R"("kind":"navigation","mode":"auto","optionStyle":{"orientation":"vertical"})");
    const NodeId ask = layout.block("ask");
    layout.element(ask, "who", {0, 0, 24, 3});
    layout.element(ask, "note", {0, 3, 24, 2});
    layout.element(layout.block("side"), "detail", {0, 0, 24, 12});
    layout.element(layout.block("nav", NodeKind::Panel, sidebarColumns), "menu", {0, 0, 6, 8});
}

} // namespace

Workbook everyKind()
{
    Workbook workbook;
    workbook.meta["name"] = "Every kind";
    workbook.contents["schemaVersion"] = 1;
    workbook.contents["kind"] = "workbook";
    workbook.contents["agents"] = *readJson(
        R"([{"id":"ag","name":"Order desk","greeting":{"mode":"static","message":"What are you looking for?"}}])");
    LayoutBuilder layout(workbook.layout);
    addCharts(workbook, layout);
    addData(workbook, layout);
    addControls(workbook, layout);
    addContainers(workbook, layout);
    addBlocks(workbook, layout);
    return workbook;
}

Workbook manyCharts(int count, int perRow)
{
    Workbook workbook;
    workbook.meta["name"] = "Many";
    workbook.pages.append(Object("p", {{"id", "p"}, {"name", "Page"}}));
    LayoutBuilder layout(workbook.layout);
    const NodeId page = layout.block("p");
    const int width = pageColumns / perRow;
    for (int i = 0; i < count; ++i) {
        const std::string id = "e" + std::to_string(i);
        chart(workbook, id, "bar-chart",
              R"("name":"Chart )" + std::to_string(i) + R"(","xAxis":{"columnId":"r"},"yAxis":{"columnIds":["v"]})");
        layout.element(page, id, {i % perRow * width, i / perRow * 6, width, 6});
    }
    return workbook;
}

} // namespace tessera::tests
