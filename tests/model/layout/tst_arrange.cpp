// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QTest>

#include "model/layout/arrange.h"
#include "model/layout/block_geometry.h"
#include "model/layout/snapping.h"

using namespace tessera::model;

namespace {

bool overlapFree(const std::vector<Placed> &items)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = i + 1; j < items.size(); ++j) {
            if (items[i].rect.intersects(items[j].rect))
                return false;
        }
    }
    return true;
}

std::vector<Placed> with(std::vector<Placed> siblings, const std::vector<Placed> &changed)
{
    for (const Placed &change : changed) {
        auto it =
            std::find_if(siblings.begin(), siblings.end(), [&](const Placed &s) { return s.node == change.node; });
        if (it == siblings.end())
            siblings.push_back(change);
        else
            it->rect = change.rect;
    }
    return siblings;
}

std::vector<Placed> randomSiblings(std::mt19937 &random, int count)
{
    std::vector<Placed> items;
    for (int i = 1; i <= count; ++i) {
        const GridRect free = findFree(items, 24, 1 + int(random() % 12), 1 + int(random() % 8), int(random() % 20));
        items.push_back({i, free});
    }
    return items;
}

LayoutTree pageOf(const std::vector<LayoutSubtree> &children)
{
    LayoutTree tree;
    tree.insert(rootNode, 0, {1, {NodeKind::Page, "p", {}, 24, {}}, children});
    return tree;
}

} // namespace

class TestArrange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movingIntoAnEmptyCellTouchesNothingElse()
    {
        const std::vector<Placed> siblings = {{1, {0, 0, 12, 8}}, {2, {12, 0, 12, 8}}, {3, {0, 8, 24, 4}}};
        const auto changed = arrange(siblings, {{1, {0, 20, 12, 8}}}, 24);
        QCOMPARE(changed.size(), std::size_t(1));
        QVERIFY((changed.front() == Placed{1, {0, 20, 12, 8}}));
    }

    void pushesOnlyWhatIsInTheWay()
    {
        const std::vector<Placed> siblings = {{1, {0, 0, 12, 8}}, {2, {12, 0, 12, 8}}, {3, {0, 8, 12, 4}}};
        const auto changed = arrange(siblings, {{1, {12, 4, 12, 8}}}, 24);
        QCOMPARE(changed.size(), std::size_t(2));
        QVERIFY((changed.at(1) == Placed{2, {12, 12, 12, 8}}));
    }

    void keepsRectanglesInsideTheColumns()
    {
        const auto changed = arrange({}, {{1, {20, -3, 12, 0}}}, 24);
        QVERIFY((changed.front().rect == GridRect{12, 0, 12, 1}));
    }

    void neverLeavesOverlapsAndIsDeterministic()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 300; ++round) {
            const std::vector<Placed> siblings = randomSiblings(random, 4 + round % 14);
            QVERIFY(overlapFree(siblings));
            std::vector<Placed> moving;
            for (int i = 0; i <= round % 3; ++i) {
                Placed item = siblings[random() % siblings.size()];
                item.rect = {int(random() % 24), int(random() % 24), 1 + int(random() % 16), 1 + int(random() % 9)};
                if (std::none_of(moving.begin(), moving.end(), [&](const Placed &m) { return m.node == item.node; }))
                    moving.push_back(item);
            }
            const auto changed = arrange(siblings, moving, 24);
            QVERIFY2(overlapFree(with(siblings, changed)), qPrintable(QStringLiteral("round %1").arg(round)));
            QVERIFY(changed == arrange(siblings, moving, 24));
            for (const Placed &item : changed) {
                QVERIFY(item.rect.isValid() && item.rect.right() <= 24);
                const auto was = std::find_if(siblings.begin(), siblings.end(),
                                              [&](const Placed &s) { return s.node == item.node; });
                const bool moved =
                    std::any_of(moving.begin(), moving.end(), [&](const Placed &m) { return m.node == item.node; });
                QVERIFY(moved ||
                        (item.rect.x == was->rect.x && item.rect.y > was->rect.y && item.rect.h == was->rect.h));
            }
        }
    }

    void findsTheFirstFreePlace()
    {
        const std::vector<Placed> siblings = {{1, {0, 0, 12, 8}}, {2, {0, 8, 24, 4}}};
        QVERIFY((findFree(siblings, 24, 12, 8) == GridRect{12, 0, 12, 8}));
        QVERIFY((findFree(siblings, 24, 13, 2) == GridRect{0, 12, 13, 2}));
        QVERIFY((findFree({}, 6, 12, 3) == GridRect{0, 0, 6, 3}));
    }

    void alignsAndDistributes()
    {
        const std::vector<Placed> items = {{1, {2, 0, 4, 3}}, {2, {10, 5, 6, 3}}, {3, {20, 9, 4, 6}}};
        QCOMPARE(aligned(items, Align::Left).at(1).rect.x, 2);
        QCOMPARE(aligned(items, Align::Right).at(0).rect.x, 20);
        QCOMPARE(aligned(items, Align::SameWidth).at(2).rect.w, 4);
        const auto spread = distributed(items, Distribute::Horizontally);
        QCOMPARE(spread.at(0).rect.x, 2);
        QCOMPARE(spread.at(1).rect.x, 10);
        QCOMPARE(spread.at(2).rect.x, 20);
    }

    void cardsOfTheGridTileThePage()
    {
        const LayoutTree tree = pageOf({{2, {NodeKind::Element, "a", GridRect{0, 0, 8, 6}, 24, {}}, {}},
                                        {3, {NodeKind::Element, "b", GridRect{8, 0, 16, 6}, 24, {}}, {}},
                                        {4, {NodeKind::Element, "c", GridRect{0, 6, 24, 10}, 24, {}}, {}}});
        GeometryOptions options;
        options.width = 1003;
        const BlockGeometry geometry(tree, 1, options);
        const QRect a = geometry.box(2)->cell, b = geometry.box(3)->cell, c = geometry.box(4)->cell;
        QCOMPARE(a.right() + 1, b.left());
        QCOMPARE(a.bottom() + 1, c.top());
        QCOMPARE(b.right(), c.right());
        QCOMPARE(a.height(), 6 * metrics::rowPitch);
        QCOMPARE(geometry.nodeAt(b.center()), NodeId(3));
        QCOMPARE(geometry.gridAt(b.center()), NodeId(1));
    }

    void rowsGrowWhereAContainerNeedsMore()
    {
        const LayoutTree tree = pageOf({{2,
                                         {NodeKind::Container, "box", GridRect{0, 0, 12, 4}, 12, {}},
                                         {{3, {NodeKind::Element, "in", GridRect{0, 0, 12, 10}, 24, {}}, {}}}},
                                        {4, {NodeKind::Element, "below", GridRect{0, 4, 24, 4}, 24, {}}, {}}});
        const BlockGeometry geometry(tree, 1, {});
        QVERIFY(geometry.box(2)->cell.height() >= 10 * metrics::rowPitch);
        QVERIFY(!geometry.box(2)->cell.intersects(geometry.box(4)->cell));
        QVERIFY(geometry.box(2)->cell.contains(geometry.box(3)->cell));
        QCOMPARE(geometry.gridAt(geometry.box(3)->cell.center()), NodeId(2));
        QCOMPARE(geometry.gridAt(geometry.box(3)->cell.center(), {2}), NodeId(1));
    }

    void onlyTheTabInFrontIsShown()
    {
        LayoutTree tree = pageOf(
            {{2,
              {NodeKind::TabbedContainer, "t", GridRect{0, 0, 24, 10}, 24, {}},
              {{3, {NodeKind::Tab, {}, {}, 24, {}}, {{5, {NodeKind::Element, "a", GridRect{0, 0, 24, 6}, 24, {}}, {}}}},
               {4,
                {NodeKind::Tab, {}, {}, 24, {}},
                {{6, {NodeKind::Element, "b", GridRect{0, 0, 24, 8}, 24, {}}, {}}}}}}});
        GeometryOptions options;
        const BlockGeometry first(tree, 1, options);
        QVERIFY(first.box(5) && !first.box(6));
        options.activeTabs.insert(2, 1);
        const BlockGeometry second(tree, 1, options);
        QVERIFY(!second.box(5) && second.box(6));
        QCOMPARE(first.size(), second.size()); // switching does not move the page
        QCOMPARE(requiredRows(tree, 2), 8 + tabStripRows);
    }

    void aHostileLayoutStaysFinite()
    {
        const LayoutTree tree =
            pageOf({{2, {NodeKind::Element, "a", GridRect{0, 0x7ffffff0, 24, 12}, 24, {}}, {}},
                    {3, {NodeKind::Element, "b", GridRect{1 << 30, 0, 1 << 30, 1 << 30}, 24, {}}, {}},
                    {4, {NodeKind::Element, "c", {}, 24, {}}, {}}});
        const BlockGeometry geometry(tree, 1, {});
        QVERIFY(geometry.size().height() < (1 << 24));
        QVERIFY(geometry.box(4)->cell.isValid());
    }

    void snapsToTheNearestEdgeAndSaysSo()
    {
        const QList<QRect> siblings = {QRect(0, 0, 100, 50), QRect(200, 0, 100, 50)};
        const SnapResult result = snapped(QRect(103, 80, 60, 40), SnapEdge::All, siblings, 6);
        QCOMPARE(result.rect.left(), 100);
        QVERIFY(result.guides.isEmpty()); // its left meets a right edge: they touch, they do not line up
        const SnapResult lined = snapped(QRect(203, 80, 60, 40), SnapEdge::All, siblings, 6);
        QCOMPARE(lined.guides.size(), 1);
        QVERIFY((lined.guides.first() == Guide{Qt::Vertical, 200, 0, 120}));
        QCOMPARE(snapped(QRect(120, 80, 60, 40), SnapEdge::All, siblings, 6).rect.left(), 120);
        const QRect wider = snapped(QRect(110, 80, 88, 40), SnapEdge::Right, siblings, 6).rect;
        QCOMPARE(wider.left(), 110);
        QCOMPARE(wider.left() + wider.width(), 200);
        const auto gaps = distancesTo(QRect(110, 0, 80, 50), siblings, QSizeF(10, 24), 400);
        QCOMPARE(gaps.size(), 2);
        QCOMPARE(gaps.first().cells, 1);
    }
};

QTEST_GUILESS_MAIN(TestArrange)
#include "tst_arrange.moc"
