// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/base/json_text.h"
#include "model/schema/sigma_returns.h"

using namespace tessera::model;

class TestSigmaReturns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rewritesWhatSigmaRewrites_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("returned");
        QTest::addColumn<QByteArray>("rule");
        const auto row = [](const char *name, const char *body, const char *returned, const char *rule) {
            QTest::newRow(name) << QByteArray(body) << QByteArray(returned) << QByteArray(rule);
        };
        row("colors in lower case", "{'id':'e','kind':'divider','style':{'color':'#AABBCC'}}",
            "{'id':'e','kind':'divider','style':{'color':'#aabbcc'}}", "returns.lower-case-color");
        row("trellis of a kpi", "{'id':'e','kind':'kpi-chart','trellis':{'rowsBy':[]},'value':{'columnId':'v'}}",
            "{'id':'e','kind':'kpi-chart','value':{'columnId':'v'}}", "returns.dropped");
        row("slider ends",
            "{'id':'e','kind':'control','controlId':'s','controlType':'slider','mode':'<=','low':0,'high':9,'max':9}",
            "{'id':'e','kind':'control','controlId':'s','controlType':'slider','mode':'<=','low':0,'high':9}",
            "returns.dropped");
        row("pivot columns", "{'id':'e','kind':'pivot-table','columns':[{'id':'r'},{'id':'v'}],'values':['v']}",
            "{'id':'e','kind':'pivot-table','columns':[{'id':'v'},{'id':'r'}],'values':['v']}",
            "returns.pivot-columns");
        row("default arrangement", "{'id':'e','kind':'repeated-container','arrangement':'grid'}",
            "{'id':'e','kind':'repeated-container'}", "returns.default-dropped");
        row("link target",
            "{'id':'e','kind':'navigation','mode':'manual','options':[{'label':'x','destination':{'type':'link','url':'"
            "u'}}]}",
            "{'id':'e','kind':'navigation','mode':'manual','options':[{'label':'x','destination':{'type':'link','url':'"
            "u',"
            "'openTarget':'_blank'}}]}",
            "returns.open-target");
        row("link target in a submenu",
            "{'id':'e','kind':'navigation','mode':'manual','options':[{'label':'x','options':[{'label':'y',"
            "'destination':{'type':'link','url':'u'}}]}]}",
            "{'id':'e','kind':'navigation','mode':'manual','options':[{'label':'x','options':[{'label':'y',"
            "'destination':{'type':'link','url':'u','openTarget':'_blank'}}]}]}",
            "returns.open-target");
        row("colors of a palette",
            "{'id':'e','kind':'bar-chart','color':{'by':'category','column':'c','scheme':['#FFAA00']}}",
            "{'id':'e','kind':'bar-chart','color':{'by':'category','column':'c','scheme':['#ffaa00']}}",
            "returns.lower-case-color");
        row("gradient",
            "{'id':'e','kind':'container','style':{'backgroundColor':'linear-gradient(#fff,#000)','borderRadius':'"
            "round'}}",
            "{'id':'e','kind':'container','style':{'borderRadius':'round'}}", "returns.gradient");
        row("later bars",
            "{'id':'e','kind':'combo-chart','yAxis':{'columnIds':[{'columnId':'a','type':'bar'},{'columnId':'b','type':"
            "'bar'}]}}",
            "{'id':'e','kind':'combo-chart','yAxis':{'columnIds':[{'columnId':'a','type':'bar'},{'columnId':'b','type':"
            "'line'}]}}",
            "returns.combo-bars");
        row("hidden input column",
            "{'id':'e','kind':'input-table','columns':[{'id':'a','type':'text'},{'id':'b','type':'text','hidden':true}]"
            "}",
            "{'id':'e','kind':'input-table','columns':[{'id':'a','type':'text'}]}", "returns.hidden-column");
        row("day limits",
            "{'id':'e','kind':'input-table','columns':[{'id':'a','type':'datetime','range':{'min':'2026-01-01'}}]}",
            "{'id':'e','kind':'input-table','columns':[{'id':'a','type':'datetime','range':{'min':'2026-01-01T00:00:"
            "00Z'}}]}",
            "returns.range-moment");
        row("center of a kpi",
            "{'id':'e','kind':'kpi-chart','value':{'columnId':'v'},'layout':{'anchor':'left','verticalAnchor':'center'}"
            "}",
            "{'id':'e','kind':'kpi-chart','value':{'columnId':'v'},'layout':{'anchor':'left'}}",
            "returns.default-dropped");
        row("union without a name",
            "{'id':'e','kind':'table','source':{'kind':'union','sources':[{'kind':'table','elementId':'a'},{'kind':'"
            "table','elementId':'b'}]}}",
            "{'id':'e','kind':'table','source':{'kind':'union','sources':[{'kind':'table','elementId':'a'},{'kind':'"
            "table','elementId':'b'}],'name':'Union of 2 Sources'}}",
            "returns.union-name");
        row("union in a join",
            "{'id':'e','kind':'table','source':{'kind':'join','joins':[{'right':{'kind':'union','sources':[]}}]}}",
            "{'id':'e','kind':'table','source':{'kind':'join','joins':[{'right':{'kind':'union','sources':[],'name':'"
            "Union of 0 Sources'}}]}}",
            "returns.union-name");
        row("a named union stays", "{'id':'e','kind':'table','source':{'kind':'union','name':'All','sources':[]}}",
            "{'id':'e','kind':'table','source':{'kind':'union','name':'All','sources':[]}}", "");
        row("spans of one style",
            "{'id':'e','kind':'text','body':'<span style=x>a</span><span style=x>b</span><span style=x>c</span><span "
            "style=y>d</span>'}",
            "{'id':'e','kind':'text','body':'<span style=x>abc</span><span style=y>d</span>'}", "returns.spans");
        row("names of the warehouse stay as written",
            "{'id':'e','kind':'table','columns':[{'id':'c','formula':'[T/Dim]'}]}",
            "{'id':'e','kind':'table','columns':[{'id':'c','formula':'[T/Dim]'}]}", "");
        row("nothing to do", "{'id':'e','kind':'text','body':'# Title'}", "{'id':'e','kind':'text','body':'# Title'}",
            "");
        row("unknown kinds stay", "{'id':'e','kind':'heat-cube','color':'#ABC','x':[1]}",
            "{'id':'e','kind':'heat-cube','color':'#ABC','x':[1]}", "");
    }
    void rewritesWhatSigmaRewrites()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, returned);
        QFETCH(QByteArray, rule);
        const auto json = [](QByteArray text) { return *readJson(text.replace('\'', '"').toStdString()); };
        Workbook workbook;
        workbook.elements.append(Object("e", json(body)));
        const SigmaReturns out = asSigmaReturns(workbook, m_catalogue);
        QCOMPARE(writeJson(out.workbook.elements.at(0).body()), writeJson(json(returned)));
        QByteArrayList rules;
        for (const Diagnostic &step : out.steps)
            rules << QByteArray::fromStdString(step.rule);
        QCOMPARE(rules.isEmpty(), rule.isEmpty());
        QVERIFY(rule.isEmpty() || rules.contains(rule));
        // What Sigma returned once, it returns unchanged.
        QVERIFY(asSigmaReturns(out.workbook, m_catalogue).workbook == out.workbook);
        QVERIFY(asSigmaReturns(out.workbook, m_catalogue).steps.isEmpty());
    }

    void rewritesTheLayout()
    {
        Workbook workbook;
        workbook.elements.append(Object("r", {{"id", "r"}, {"kind", "repeated-container"}}));
        LayoutSubtree page{1, {NodeKind::Page, "p", {}, 24, {}}, {}};
        page.children.push_back(
            {2, {NodeKind::Container, "r", GridRect{0, 0, 24, 8}, 24, {{"gridTemplateRows", "repeat(8, 1fr)"}}}, {}});
        workbook.layout.insert(rootNode, 0, page);
        const SigmaReturns out = asSigmaReturns(workbook, m_catalogue);
        QCOMPARE(out.workbook.layout.node(2)->columns, 12);
        QVERIFY(out.workbook.layout.node(2)->extra.empty());
        QCOMPARE(out.steps.size(), 1);
    }

private:
    Catalogue m_catalogue = *loadCatalogue();
};

QTEST_GUILESS_MAIN(TestSigmaReturns)
#include "tst_sigma_returns.moc"
