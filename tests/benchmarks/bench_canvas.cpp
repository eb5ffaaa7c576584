// SPDX-License-Identifier: GPL-3.0-or-later
// How long a person waits for the canvas: an edit among 5,000 elements until it is painted, a drag among 1,000 that are
// all in view. Painted without a display, so these are our own costs.
#include <QApplication>
#include <QMouseEvent>
#include <QScrollArea>
#include <QScrollBar>

#include "bench_table.h"
#include "designer/canvas/canvas_view.h"
#include "designer/paint/page_render.h"
#include "designer/preview/preview_view.h"
#include "designer/session/session.h"
#include "designer/style/theme.h"
#include "every_kind.h"
#include "hand_data.h"
#include "model/edit/place_edit.h"
#include "model/edit/property_edit.h"
#include "model/layout/block_geometry.h"
#include "model/schema/catalogue.h"

using namespace tessera;
using namespace tessera::designer;

namespace {

void pointer(QWidget *port, QEvent::Type type, QPoint at)
{
    const bool move = type == QEvent::MouseMove;
    QMouseEvent event(type, at, port->mapToGlobal(at), move ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(port, &event);
}

void show(CanvasView &view)
{
    view.resize(1600, 1000);
    view.show();
    QApplication::processEvents();
}

void edits(bench::BenchTable &table, const model::Catalogue &catalogue)
{
    model::Document document(tests::manyCharts(5000));
    Session session(document, catalogue);
    CanvasView view(session);
    show(view);
    std::vector<double> properties, moves;
    for (int i = 0; i < 200; ++i) {
        const model::Key key = "e" + std::to_string(i % 20);
        properties.push_back(bench::millisecondsOf([&] {
            session.commit(QStringLiteral("Rename"),
                           model::setProperty(session.workbook(), model::Scope::Element, key, "/name",
                                              model::Json("Run " + std::to_string(i))));
            QApplication::processEvents();
        }));
    }
    for (int i = 0; i < 200; ++i) {
        const model::NodeId node = session.workbook().layout.findElement("e" + std::to_string(4960 + i % 20));
        moves.push_back(bench::millisecondsOf([&] {
            session.commit(model::makeNudge(session.workbook(), {node}, 0, i % 2 ? -1 : 1));
            QApplication::processEvents();
        }));
    }
    table.check("Edits reached the document", document.history().size() > 300);
    table.atMost("One property among 5,000 elements to repaint, p99", bench::percentile(properties, 0.99), 16, "ms");
    table.atMost("One move among 5,000 elements to repaint, p99", bench::percentile(moves, 0.99), 16, "ms");
}

void drag(bench::BenchTable &table, const model::Catalogue &catalogue)
{
    model::Document document(tests::manyCharts(1000, 24));
    Session session(document, catalogue);
    CanvasView view(session);
    show(view);
    view.fitBlock();
    QApplication::processEvents();
    QWidget *port = view.viewport();
    const QPoint from = view.viewportRect("e500").center();
    pointer(port, QEvent::MouseButtonPress, from);
    std::vector<double> frames;
    for (int i = 1; i <= 120; ++i) {
        frames.push_back(bench::millisecondsOf([&] {
            pointer(port, QEvent::MouseMove, from + QPoint(i * 3, i % 40 * 4));
            QApplication::processEvents();
        }));
    }
    pointer(port, QEvent::MouseButtonRelease, from + QPoint(360, 0));
    table.check("The drag moved something", document.history().size() == 2);
    table.atMost("Frame of a drag among 1,000 visible elements, p99", bench::percentile(frames, 0.99), 16.6, "ms");
}

// Each element is a widget of its own there.
void preview(bench::BenchTable &table, const model::Catalogue &catalogue)
{
    model::Document document(tests::manyCharts(1000));
    Session session(document, catalogue);
    tests::HandData data;
    const model::query::ElementRows rows = data.rows.at("bar");
    for (int i = 0; i < 1000; ++i)
        data.rows.at("e" + std::to_string(i)) = rows;
    session.setData(&data);
    PreviewView view(session);
    view.resize(1600, 1000);
    const double opened = bench::millisecondsOf([&] {
        view.show();
        QApplication::processEvents();
    });
    auto *bar = view.findChild<QScrollArea *>()->verticalScrollBar();
    std::vector<double> turns;
    for (int i = 0; i < 120; ++i) {
        turns.push_back(bench::millisecondsOf([&] {
            bar->setValue(bar->value() + 120);
            QApplication::processEvents();
        }));
    }
    table.check("The preview scrolled", bar->value() > 10'000);
    table.atMost("Preview of 1,000 elements opens", opened, 1000, "ms");
    table.atMost("Preview of 1,000 elements, a turn of the wheel, p99", bench::percentile(turns, 0.99), 100, "ms");
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyTheme(application, Tokens::light());
    const auto catalogue = model::loadCatalogue();
    if (!catalogue)
        return 2;
    bench::BenchTable table;
    edits(table, *catalogue);
    drag(table, *catalogue);
    preview(table, *catalogue);
    const model::Workbook everything = tests::everyKind();
    table.atMost("Picture of a page with every chart, 1280 px",
                 bench::medianOf(5, [&] { renderBlock(everything, *catalogue, "charts"); }), 250, "ms");
    return table.finish();
}
