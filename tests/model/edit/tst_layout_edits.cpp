// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QTest>

#include "every_kind.h"
#include "model/base/text.h"
#include "model/change/document.h"
#include "model/edit/block_edit.h"
#include "model/edit/clipboard_edit.h"
#include "model/edit/container_edit.h"
#include "model/edit/duplicate_edit.h"
#include "model/edit/edit_rules.h"
#include "model/edit/insert_edit.h"
#include "model/edit/place_edit.h"
#include "model/edit/remove_edit.h"
#include "model/names/facts.h"
#include "model/schema/catalogue.h"
#include "model/workbook/identity.h"
#include "model/workbook/invariants.h"
#include "model/workbook/look/control_look.h"

using namespace tessera;
using namespace tessera::model;

namespace {

const Catalogue &catalogue()
{
    static const Result<Catalogue> loaded = loadCatalogue();
    return *loaded;
}

bool sharesCells(const LayoutTree &tree, NodeId parent)
{
    const std::vector<Placed> items = placedChildren(tree, parent);
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = i + 1; j < items.size(); ++j) {
            if (items[i].rect.intersects(items[j].rect))
                return true;
        }
    }
    return false;
}

// What must hold after every edit (layout rules 1 to 5 and 8): "" when it does.
QString broken(const Workbook &workbook)
{
    if (const QStringList problems = checkInvariants(workbook); !problems.isEmpty())
        return problems.first();
    for (const Object &element : workbook.elements) {
        if (workbook.layout.findElements(element.id()).size() != 1)
            return QStringLiteral("%1 is placed %2 times")
                .arg(toQString(element.id()))
                .arg(workbook.layout.findElements(element.id()).size());
    }
    QString problem;
    workbook.layout.visit(rootNode, [&](NodeId id, const LayoutNode &node) {
        const LayoutNode *above = workbook.layout.node(workbook.layout.parentOf(id));
        if (sharesCells(workbook.layout, id))
            problem = QStringLiteral("children of %1 overlap").arg(id);
        if (above && above->kind == NodeKind::Tab && node.kind != NodeKind::Element)
            problem = QStringLiteral("a container stands in a tab");
        if (node.rect && above && node.rect->right() > above->columns)
            problem = QStringLiteral("%1 leaves its grid").arg(id);
    });
    return problem;
}

Workbook sample()
{
    Workbook workbook = tests::everyKind();
    // The fixture also shows an element nobody declared; edits are tried on a valid workbook.
    workbook.layout.remove(workbook.layout.findElement("ghost"));
    return workbook;
}

Workbook after(const Workbook &workbook, const Result<Transaction> &transaction)
{
    Document document(workbook);
    if (!transaction || !document.apply(*transaction))
        qFatal("the edit was refused: %s", transaction ? "apply" : qPrintable(transaction.error().message));
    const Workbook result = document.workbook();
    if (!document.undo() || document.workbook() != workbook)
        qFatal("undo does not restore");
    return result;
}

} // namespace

class TestLayoutEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(loadCatalogue());
        QCOMPARE(broken(sample()), QString());
    }

    void movingIntoAnEmptyCellIsOneChange()
    {
        const Workbook workbook = sample();
        const NodeId node = workbook.layout.findElement("bar");
        const NodeId page = workbook.layout.parentOf(node);
        const auto move = makeMove(workbook, {{node, {0, workbook.layout.contentRows(page), 8, 11}}}, page);
        QVERIFY(move);
        QCOMPARE(move->changes.size(), std::size_t(1));
        QVERIFY(move->label.contains(QStringLiteral("Revenue by region")));
        QCOMPARE(broken(after(workbook, move)), QString());
    }

    void movesAcrossContainersAndPages()
    {
        const Workbook workbook = sample();
        const NodeId node = workbook.layout.findElement("bar");
        const NodeId box = workbook.layout.findElement("plain");
        const Workbook moved = after(workbook, makeMove(workbook, {{node, {0, 5, 12, 8}}}, box));
        QCOMPARE(moved.layout.parentOf(node), box);
        QCOMPARE(broken(moved), QString());
        QVERIFY(moved.layout.node(box)->rect->h >= 13); // grew with its content
        QVERIFY(moved.layout.node(moved.layout.findElement("pb"))->rect->y >
                workbook.layout.node(workbook.layout.findElement("pb"))->rect->y);
    }

    void refusesWithAReason()
    {
        const Workbook workbook = sample();
        const NodeId tab = workbook.layout.parentOf(workbook.layout.findElement("t1"));
        const NodeId plain = workbook.layout.findElement("plain");
        const auto inTab = makeMove(workbook, {{plain, {0, 0, 12, 4}}}, tab);
        QVERIFY(!inTab && inTab.error().message.contains(QStringLiteral("tab")));
        const auto inItself = makeMove(workbook, {{plain, {0, 0, 12, 4}}}, plain);
        QVERIFY(!inItself);
        Workbook deep = workbook;
        for (int level = 0; level < 3; ++level) {
            const NodeId inner = deep.layout.findElement("in1");
            deep = after(deep, makeWrapInContainer(deep, catalogue(), {inner}));
        }
        QCOMPARE(broken(deep), QString());
        const auto tooDeep = makeWrapInContainer(deep, catalogue(), {deep.layout.findElement("in1")});
        QVERIFY(!tooDeep && tooDeep.error().code == ErrorCode::Limit);
        QVERIFY(tooDeep.error().message.contains(QStringLiteral("4")));
    }

    void insertsEveryKindOfTheCatalogue()
    {
        const Workbook workbook = sample();
        const NodeId page = workbook.layout.findBlock("charts");
        for (const KindSpec &kind : catalogue().all(Family::Element)) {
            const auto insert = makeInsert(workbook, catalogue(), kind.name, page);
            QVERIFY2(insert, kind.name.c_str());
            const Workbook done = after(workbook, insert);
            QVERIFY2(broken(done).isEmpty(), qPrintable(toQString(kind.name) + u": "_qs + broken(done)));
            QCOMPARE(insertedElements(*insert).size(), 1);
            const LayoutNode *node = done.layout.node(done.layout.findElement(insertedElements(*insert).first()));
            QVERIFY(node && node->kind == kind.layoutTag);
        }
        for (const KindSpec &control : catalogue().all(Family::Control))
            QVERIFY2(makeInsert(workbook, catalogue(), "control/" + control.name, page), control.name.c_str());
    }

    void pageBreaksStayOneRow()
    {
        const Workbook workbook = sample();
        const NodeId node = workbook.layout.findElement("pb");
        const Workbook done = after(workbook, makeNudgeSize(workbook, {node}, 0, 4));
        QCOMPARE(done.layout.node(node)->rect->h, 1);
    }

    void removesEverythingInside()
    {
        const Workbook workbook = sample();
        const Workbook done = after(workbook, makeRemove(workbook, {"tabs", "t1"}));
        QVERIFY(!done.element("tabs") && !done.element("t1") && !done.element("t2") && !done.element("t3"));
        QCOMPARE(broken(done), QString());
        QVERIFY(!makeRemove(workbook, {"nobody"}));
    }

    void copiesStandOnTheirOwn()
    {
        Workbook workbook = sample();
        const int before = workbook.elements.size();
        const auto duplicate = makeDuplicate(workbook, catalogue(), {"head", "form"});
        const Workbook done = after(workbook, duplicate);
        QCOMPARE(broken(done), QString());
        QCOMPARE(done.elements.size(), before + 4);
        QSet<std::string> handles;
        for (const Object &element : done.elements) {
            if (element.kind() != "control")
                continue;
            const std::string handle = stringMember(element.body(), "controlId");
            QVERIFY2(!handles.contains(handle), handle.c_str());
            handles.insert(handle);
        }
    }

    void copiesReferToTheirCopies()
    {
        Workbook workbook;
        workbook.pages.append(Object("p", {{"id", "p"}, {"name", "P"}}));
        workbook.elements.append(Object("box", {{"id", "box"}, {"kind", "container"}}));
        workbook.elements.append(Object("src", {{"id", "src"}, {"kind", "table"}, {"name", "Base"}}));
        workbook.elements.append(
            Object("kpi", {{"id", "kpi"},
                           {"kind", "kpi-chart"},
                           {"name", "K"},
                           {"source", {{"kind", "table"}, {"elementId", "src"}}},
                           {"columns", Json::array({{{"id", "v"}, {"formula", "Sum([Base/Val]) * [pRate]"}}})},
                           {"value", {{"columnId", "v"}}}}));
        workbook.elements.append(
            Object("ctl", {{"id", "ctl"}, {"kind", "control"}, {"controlId", "pRate"}, {"controlType", "number"}}));
        workbook.elements.append(
            Object("txt", {{"id", "txt"}, {"kind", "text"}, {"body", "[Base](x) {{Sum([Base/Val])}} {{[pRate]}}"}}));
        tests::LayoutBuilder layout(workbook.layout);
        const NodeId box = layout.container(layout.block("p"), "box", {0, 0, 24, 20});
        int row = 0;
        for (const char *id : {"src", "kpi", "ctl", "txt"})
            layout.element(box, id, {0, 4 * row++, 24, 4});
        const Workbook done = after(workbook, makeDuplicate(workbook, catalogue(), {"box"}));
        QCOMPARE(broken(done), QString());
        const Object *kpi = nullptr, *text = nullptr;
        for (const Object &element : done.elements) {
            if (element.kind() == "kpi-chart" && element.id() != "kpi")
                kpi = &element;
            if (element.kind() == "text" && element.id() != "txt")
                text = &element;
        }
        QVERIFY(kpi && text);
        const std::string source = kpi->body()["source"]["elementId"];
        QVERIFY(source != "src");
        const std::string name = done.elements.findById(source)->name();
        QVERIFY(name != "Base");
        const std::string formula = kpi->body()["columns"][0]["formula"];
        QVERIFY2(formula.find("[" + name + "/Val]") != std::string::npos &&
                     formula.find("[pRate]") == std::string::npos,
                 formula.c_str());
        const std::string body = text->body()["body"];
        QVERIFY2(body.starts_with("[Base](x) {{Sum([" + name + "/Val])}}"), body.c_str());
    }

    void wrapsAndUnwrapsBack()
    {
        const Workbook workbook = sample();
        const NodeId a = workbook.layout.findElement("k1"), b = workbook.layout.findElement("k2");
        const Workbook wrapped = after(workbook, makeWrapInContainer(workbook, catalogue(), {a, b}));
        const NodeId box = wrapped.layout.parentOf(a);
        QVERIFY(wrapped.layout.node(box)->kind == NodeKind::Container);
        QCOMPARE(wrapped.layout.node(box)->columns, 12);
        QCOMPARE(broken(wrapped), QString());
        const Workbook back = after(wrapped, makeUnwrap(wrapped, box));
        QCOMPARE(broken(back), QString());
        QVERIFY(back.layout.node(a)->rect == workbook.layout.node(a)->rect);
        QVERIFY(back.layout.node(b)->rect == workbook.layout.node(b)->rect);
    }

    void tabsComeAndGo()
    {
        const Workbook workbook = sample();
        const NodeId node = workbook.layout.findElement("tabs");
        const Workbook more = after(workbook, makeAddTab(workbook, "tabs"));
        QCOMPARE(more.layout.childrenOf(node).size(), 4);
        const Workbook less = after(more, makeRemoveTab(more, "tabs", 0));
        QCOMPARE(less.layout.childrenOf(node).size(), 3);
        QVERIFY(!less.element("t1") && less.element("t2"));
        const Workbook turned = after(less, makeMoveTab(less, "tabs", 0, 2));
        QCOMPARE(broken(turned), QString());
        QCOMPARE(turned.layout.indexOf(turned.layout.parentOf(turned.layout.findElement("t2"))), 2);
    }

    void pagesComeAndGo()
    {
        const Workbook workbook = sample();
        const auto add = makeAddPage(workbook);
        const Workbook more = after(workbook, add);
        QVERIFY(more.layout.findBlock(insertedBlock(*add)) != rootNode);
        QVERIFY(makeAddOverlay(workbook, catalogue(), "modal") && makeAddPanel(workbook, catalogue(), "header"));
        const Workbook copy = after(workbook, makeDuplicatePage(workbook, catalogue(), "containers"));
        QCOMPARE(broken(copy), QString());
        const Workbook less = after(workbook, makeRemoveBlock(workbook, "controls"));
        QCOMPARE(broken(less), QString());
        QVERIFY(!less.element("form"));
        QCOMPARE(after(workbook, makeMoveBlock(workbook, Collection::Pages, 0, 2)).pages.at(2).id(),
                 std::string("charts"));
    }

    void pagesAndTheirBlocksKeepOneOrder()
    {
        const Workbook workbook = sample();
        for (int from = 0; from < workbook.pages.size(); ++from) {
            for (int to = 0; to < workbook.pages.size(); ++to) {
                const auto move = makeMoveBlock(workbook, Collection::Pages, from, to);
                QVERIFY(move);
                const Workbook moved = from == to ? workbook : after(workbook, move);
                int last = -1;
                for (const Object &page : moved.pages) {
                    const int place = moved.layout.indexOf(moved.layout.findBlock(page.id()));
                    QVERIFY2(place > last,
                             qPrintable(QStringLiteral("%1 to %2: %3").arg(from).arg(to).arg(toQString(page.id()))));
                    last = place;
                }
                QCOMPARE(broken(moved), QString());
            }
        }
    }

    void pastesIntoTheSameWorkbookWithFreshNames()
    {
        const Workbook workbook = sample();
        const auto clip = makeClip(workbook, {"base", "bar"}); // a table and a chart that reads it
        QVERIFY2(clip, clip ? "" : qPrintable(clip.error().message));
        QCOMPARE(broken(*clip), QString());
        QCOMPARE(clip->elements.size(), 2);
        const auto paste = makePaste(workbook, catalogue(), *clip, workbook.layout.findBlock("controls"));
        QVERIFY2(paste, paste ? "" : qPrintable(paste.error().message));
        const Workbook pasted = after(workbook, paste);
        QCOMPARE(broken(pasted), QString());
        QCOMPARE(pasted.elements.size(), workbook.elements.size() + 2);
        const QList<Key> fresh = insertedElements(*paste);
        QCOMPARE(fresh.size(), 2);
        for (const Key &key : fresh) {
            QVERIFY(!workbook.element(key));
            QCOMPARE(pasted.layout.blockOf(pasted.layout.findElement(key)), workbook.layout.findBlock("controls"));
        }
        // The copy of the chart reads the copy of the table.
        const Object &table = pasted.element(fresh.at(0))->kind() == "table" ? *pasted.element(fresh.at(0))
                                                                             : *pasted.element(fresh.at(1));
        const Object &chart =
            &table == pasted.element(fresh.at(0)) ? *pasted.element(fresh.at(1)) : *pasted.element(fresh.at(0));
        QCOMPARE(readFacts(chart).source->elementId, table.id());
        QVERIFY(table.name() != workbook.element("base")->name());
    }

    void pastesIntoAnotherWorkbookAsItWas()
    {
        const Workbook from = sample();
        const auto clip = makeClip(from, {"plain"}); // a container with what is in it
        QVERIFY(clip);
        Workbook to;
        to.pages.append(Object("p", {{"id", "p"}, {"name", "Page"}}));
        to.layout.insert(rootNode, 0, {1, {NodeKind::Page, "p", {}, pageColumns, {}}, {}});
        const auto paste = makePaste(to, catalogue(), *clip, 1);
        QVERIFY(paste);
        const Workbook pasted = after(to, paste);
        QCOMPARE(broken(pasted), QString());
        QVERIFY(pasted.element("plain") && pasted.element("in1") && pasted.element("in2"));
        QVERIFY(pasted.element("in1")->body() == from.element("in1")->body());
        const NodeId box = pasted.layout.findElement("plain");
        QCOMPARE(pasted.layout.parentOf(pasted.layout.findElement("in1")), box);
        const auto again = makePaste(pasted, catalogue(), *clip, 1);
        QVERIFY(again);
        QCOMPARE(broken(after(pasted, again)), QString());
        QCOMPARE(makePaste(to, catalogue(), to, 1).error().code, ErrorCode::Invalid);
        QCOMPARE(makeClip(from, {"nobody"}).error().code, ErrorCode::NotFound);
    }

    void randomEditsKeepTheWorkbookValid()
    {
        std::mt19937 random(20260411);
        const Workbook first = sample();
        Document document(first);
        int applied = 0;
        for (int round = 0; round < 400; ++round) {
            const Workbook &now = document.workbook();
            QList<NodeId> nodes, grids;
            now.layout.visit(rootNode, [&](NodeId id, const LayoutNode &node) {
                if (node.hasGrid())
                    grids << id;
                if (!node.isBlock() && node.kind != NodeKind::Tab)
                    nodes << id;
            });
            if (nodes.isEmpty())
                break;
            const NodeId node = nodes.at(int(random() % nodes.size()));
            const NodeId grid = grids.at(int(random() % grids.size()));
            const GridRect rect{int(random() % 20), int(random() % 30), 1 + int(random() % 12), 1 + int(random() % 10)};
            const Object *element = now.elementOf(*now.layout.node(node));
            Result<Transaction> edit = fail(ErrorCode::NotFound, {});
            switch (random() % 8) {
            case 0:
            case 1:
                edit = makeMove(now, {{node, rect}}, grid);
                break;
            case 2:
                edit = makeNudgeSize(now, {node}, int(random() % 5) - 2, int(random() % 5) - 2);
                break;
            case 3:
                edit = makeNudge(now, {node}, int(random() % 5) - 2, int(random() % 5) - 2);
                break;
            case 4:
                edit = now.elements.size() > 20 ? makeRemove(now, {element->key()}) : edit;
                break;
            case 5:
                edit = now.elements.size() < 120 ? makeDuplicate(now, catalogue(), {element->key()}) : edit;
                break;
            case 6:
                edit = makeWrapInContainer(now, catalogue(), {node});
                break;
            case 7:
                edit = makeUnwrap(now, node);
                break;
            }
            if (!edit)
                continue;
            ++applied;
            QVERIFY(document.apply(*edit));
            QVERIFY2(broken(document.workbook()).isEmpty(),
                     qPrintable(
                         QStringLiteral("round %1: %2, %3").arg(round).arg(edit->label, broken(document.workbook()))));
        }
        QVERIFY(applied > 150);
        while (document.history().canUndo())
            QVERIFY(document.undo());
        QVERIFY(document.workbook() == first);
    }
};

QTEST_GUILESS_MAIN(TestLayoutEdits)
#include "tst_layout_edits.moc"
