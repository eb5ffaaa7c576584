// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include "app/window/central_area.h"
#include "app/window/composition.h"
#include "app/window/main_window.h"
#include "designer/canvas/canvas_view.h"
#include "tests/app/main_window_fixture.h"

using namespace tessera;
using namespace tessera::app;
using tessera::designer::CanvasView;
using tessera::test::Answer;
using tessera::test::contentOf;
using tessera::test::differingLines;
using tessera::test::smallBook;

// What reaches the file and the journal, and when the person is asked.
class TestMainWindowSaving : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void dragUndoRedoSaveChangesOneLine();
    void realWorkbookKeepsItsBytes();
    void unsavedChangesAreAskedAbout_data();
    void unsavedChangesAreAskedAbout();
    void keptChangesComeBack();
    void aFileChangedOutsideIsNoticed();
    void aSecondWindowOnlyReads();
    void exportsAPackage();
    void nothingIsLostByAKill();
};

void TestMainWindowSaving::dragUndoRedoSaveChangesOneLine()
{
    const QString path = writeSmall();
    open(path);
    CanvasView *canvas = m_window->central()->canvas();
    QTRY_VERIFY(!canvas->viewportRect("chart").isEmpty());
    const QRect card = canvas->viewportRect("chart");
    const model::GridRect before = chartRect();
    const QPoint from = card.center();
    const QPoint to = from + QPoint(card.width() / 2, 0);
    QTest::mousePress(canvas->viewport(), Qt::LeftButton, {}, from);
    for (int i = 1; i <= 10; ++i)
        QTest::mouseMove(canvas->viewport(), from + (to - from) * i / 10);
    QTest::mouseRelease(canvas->viewport(), Qt::LeftButton, {}, to);
    const model::GridRect after = chartRect();
    QVERIFY(after.x > before.x);
    QVERIFY(m_window->isWindowModified());

    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(chartRect(), before);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(chartRect(), after);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->current()->document().isModified());
    QCOMPARE(differingLines(smallBook, contentOf(path)), 1);
    QVERIFY(contentOf(path).contains("elementId=\"chart\""));
}

void TestMainWindowSaving::realWorkbookKeepsItsBytes()
{
    const QString real = QStringLiteral(TESSERA_SOURCE_DIR "/../shared/corpus/plugs-sales-overview.yaml");
    if (!QFile::exists(real))
        QSKIP("The corpus is not here.");
    const QString path = m_folder->filePath(QStringLiteral("plugs.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contentOf(real));
    file.close();
    open(path);
    m_window->session()->selection().setElement("chart-by-region");
    m_window->central()->canvas()->setFocus();
    QTest::keyClick(m_window->central()->canvas(), Qt::Key_Left, Qt::ShiftModifier); // narrower: touches nothing else
    QTRY_VERIFY(m_window->current()->document().isModified());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_window->save());
    QCOMPARE(differingLines(contentOf(real), contentOf(path)), 1);
}

void TestMainWindowSaving::unsavedChangesAreAskedAbout_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<bool>("writes");
    QTest::newRow("save") << QStringLiteral("unsavedSave") << true << true;
    QTest::newRow("keep for later") << QStringLiteral("unsavedKeep") << true << false;
    QTest::newRow("discard") << QStringLiteral("unsavedDiscard") << true << false;
    QTest::newRow("cancel") << QStringLiteral("unsavedCancel") << false << false;
}

void TestMainWindowSaving::unsavedChangesAreAskedAbout()
{
    QFETCH(QString, button);
    QFETCH(bool, closes);
    QFETCH(bool, writes);
    const QString path = writeSmall();
    open(path);
    nudgeChart();
    const Answer answer(button);
    QCOMPARE(m_window->close(), closes);
    QCOMPARE(contentOf(path) != smallBook, writes);
}

void TestMainWindowSaving::keptChangesComeBack()
{
    const QString path = writeSmall();
    open(path);
    nudgeChart();
    const model::GridRect moved = chartRect();
    const Answer answer(QStringLiteral("unsavedKeep"));
    QVERIFY(m_window->close());
    m_window = std::make_unique<MainWindow>(*m_composition);
    m_window->show();
    open(path);
    QCOMPARE(chartRect(), moved);
    QCOMPARE(m_window->bannerMessages().size(), 1);
    QVERIFY(m_window->current()->discardEdits().has_value());
    QVERIFY(chartRect() != moved);
    QVERIFY(!m_window->current()->document().isModified());
}

void TestMainWindowSaving::aFileChangedOutsideIsNoticed()
{
    const QString path = writeSmall();
    open(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(smallBook).replace("Small", "Large"));
    file.close();
    QTRY_COMPARE(m_window->bannerMessages().size(), 1);
    nudgeChart();
    QVERIFY(!m_window->save()); // never over somebody else's work unasked
    QVERIFY(contentOf(path).contains("Large"));
    const Answer answer(QStringLiteral("unsavedKeep"));
    m_window->close();
}

void TestMainWindowSaving::aSecondWindowOnlyReads()
{
    const QString path = writeSmall();
    open(path);
    MainWindow second(*m_composition);
    second.show();
    QSignalSpy opened(&second, &MainWindow::opened);
    second.openFile(path);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(second.current()->document().isReadOnly());
    QCOMPARE(second.bannerMessages().size(), 1);
}

void TestMainWindowSaving::exportsAPackage()
{
    open(writeSmall());
    const QString target = m_folder->filePath(QStringLiteral("small.zip"));
    QSignalSpy exported(m_window.get(), &MainWindow::exported);
    m_window->exportPackage(target, true);
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, 20000);
    QVERIFY(contentOf(target).startsWith("PK"));
}

void TestMainWindowSaving::nothingIsLostByAKill()
{
    const QString path = writeSmall();
    QProcess editor;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TESSERA_EDIT_AND_WAIT"), path);
    editor.setProcessEnvironment(environment);
    editor.start(QCoreApplication::applicationFilePath(), {});
    QVERIFY(editor.waitForReadyRead(30000)); // it has edited and the edit is on disk
    editor.kill();
    QVERIFY(editor.waitForFinished());
    open(path);
    QCOMPARE(chartRect().x, 1);
    QVERIFY(m_window->current()->notices().crashed);
    QCOMPARE(m_window->bannerMessages().size(), 1);
    QVERIFY(m_window->current()->document().history().canUndo());
}

namespace {

// The other half of nothingIsLostByAKill: opens the file, edits, says so and waits to be killed.
int editAndWait(QApplication &application, const QString &path)
{
    test::useTestSettings();
    const auto composition = Composition::create();
    MainWindow window(**composition);
    QObject::connect(&window, &MainWindow::opened, &window, [&window] {
        const model::LayoutTree &layout = window.session()->workbook().layout;
        const model::NodeId node = layout.findElement("chart");
        const model::NodePlace before{layout.parentOf(node), layout.indexOf(node), layout.node(node)->rect};
        model::NodePlace after = before;
        after.rect = after.rect->translated(1, 0);
        window.session()->commit(QStringLiteral("Move"), {model::MoveNode{node, before, after}});
        if (window.current()->flush()) {
            std::puts("edited");
            std::fflush(stdout);
        }
    });
    window.openFile(path);
    window.show();
    return application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const QString path = qEnvironmentVariable("TESSERA_EDIT_AND_WAIT"); !path.isEmpty())
        return editAndWait(application, path);
    TestMainWindowSaving test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_main_window_saving.moc"
