// SPDX-License-Identifier: GPL-3.0-or-later
// How a CSV file is read is shown before it is, and chosen otherwise with keys; files come by mouse too; tasks under
// way stand side by side.
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include "app/texts.h"
#include "app/window/composition.h"
#include "app/window/import_dialog.h"
#include "app/window/main_window.h"
#include "app/window/task_strip.h"
#include "designer/style/theme.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/source_view.h"

using namespace tessera;
using namespace tessera::app;
using model::formula::ValueType;

namespace {

// Semicolons, commas in numbers, a line with a field too many, a day that is none.
const QByteArray sales = "day;region;units;price\n"
                         "2026-01-05;North;3;2,50\n"
                         "2026-01-19;South;1;2,50;oops\n"
                         "2026-02-02;North;2;10,00\n"
                         "soon;West;4;5,25\n";

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Composition> m_composition;

    QString file(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("no file");
        return path;
    }

    struct Opened
    {
        explicit Opened(const QString &path) : dialog(path, {})
        {
            dialog.show();
            dialog.activateWindow();
            (void)QTest::qWaitForWindowActive(&dialog);
        }
        template <class T>
        T *part(const char *name) const
        {
            return dialog.findChild<T *>(QLatin1String(name));
        }
        QString head(int column) const { return rows()->horizontalHeaderItem(column)->text(); }
        QTableWidget *rows() const { return part<QTableWidget>("importRows"); }
        QTreeWidget *problems() const { return part<QTreeWidget>("importLines"); }

        ImportDialog dialog;
    };

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("TesseraTests"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_import"));
        installTexts();
        auto composition = Composition::create();
        QVERIFY(composition.has_value());
        m_composition = std::move(*composition);
        designer::applyTheme(*qApp, designer::Tokens::light());
        QSettings().clear();
    }

    void showsWhatWasFound()
    {
        const Opened o(file(QStringLiteral("sales.csv"), sales));
        QCOMPARE(o.part<QComboBox>("importSeparator")->currentText(), QStringLiteral("Found: Semicolon"));
        QCOMPARE(o.part<QComboBox>("importEncoding")->currentText(), QStringLiteral("Found: UTF-8"));
        QCOMPARE(o.part<QComboBox>("importDecimal")->currentText(), QStringLiteral("Found: Comma: 1,5"));
        QCOMPARE(o.rows()->columnCount(), 4);
        QCOMPARE(o.rows()->rowCount(), 3); // one line is left out
        QCOMPARE(o.head(0), QStringLiteral("day\ntext"));
        QCOMPARE(o.head(3), QStringLiteral("price\nnumber"));
        QCOMPARE(o.problems()->topLevelItemCount(), 1);
        QCOMPARE(o.problems()->topLevelItem(0)->text(0), QStringLiteral("3"));
        QCOMPARE(o.part<QLabel>("importProblemTitle")->text(), QStringLiteral("1 place cannot be taken as it is:"));
    }

    // With keys alone: another type, no header, another separator; the rows follow at once.
    void isChosenOtherwise()
    {
        Opened o(file(QStringLiteral("sales.csv"), sales));
        o.rows()->setFocus();
        auto *type = o.part<QComboBox>("importType");
        QCOMPARE(type->currentText(), QStringLiteral("Found: text"));
        type->setFocus();
        for (int step = 0; step < 3; ++step) // text, number, date
            QTest::keyClick(type, Qt::Key_Down);
        QCOMPARE(o.head(0), QStringLiteral("day\ndate"));
        QVERIFY(o.rows()->item(2, 0)->font().strikeOut());
        QCOMPARE(o.problems()->topLevelItemCount(), 2);
        QVERIFY(o.problems()->topLevelItem(1)->text(2).contains(QStringLiteral("soon")));
        QCOMPARE(o.dialog.options().types.at("day"), ValueType::Date);
        o.rows()->setFocus();
        QTest::keyClick(o.rows(), Qt::Key_Right);
        QCOMPARE(type->currentText(), QStringLiteral("Found: text")); // of the next column
        QTest::keyClick(o.rows(), Qt::Key_Left);
        QCOMPARE(type->currentText(), QStringLiteral("date"));

        auto *header = o.part<QCheckBox>("importHeader");
        header->setFocus();
        QTest::keyClick(header, Qt::Key_Space);
        QCOMPARE(o.head(1), QStringLiteral("Column 2\ntext"));
        QCOMPARE(o.rows()->item(0, 1)->text(), QStringLiteral("region"));
        QVERIFY(!o.dialog.options().header);
        QTest::keyClick(header, Qt::Key_Space);

        auto *separator = o.part<QComboBox>("importSeparator");
        separator->setFocus();
        QTest::keyClick(separator, Qt::Key_Down); // comma
        QCOMPARE(o.dialog.options().csv.delimiter, ',');
        QVERIFY(o.rows()->columnCount() < 4);
        QTest::keyClick(separator, Qt::Key_Up);
        QCOMPARE(o.rows()->columnCount(), 4);
        QTest::keyClick(&o.dialog, Qt::Key_Return);
        QCOMPARE(o.dialog.result(), int(QDialog::Accepted));
    }

    void encodingsAreChosen()
    {
        Opened o(file(QStringLiteral("old.csv"), "name\nM\xFCller\n"));
        QCOMPARE(o.part<QComboBox>("importEncoding")->currentText(), QStringLiteral("Found: Windows-1252"));
        QCOMPARE(o.rows()->item(0, 0)->text(), QStringLiteral("Müller"));
        QTest::keyClick(o.part<QComboBox>("importEncoding"), Qt::Key_Down); // UTF-8
        QVERIFY(o.rows()->item(0, 0)->text().contains(QChar(0xFFFD)));
    }

    void anEmptyFileSaysSo()
    {
        const Opened o(file(QStringLiteral("empty.csv"), {}));
        QVERIFY(o.part<QLabel>("importFound")->text().contains(QStringLiteral("empty")));
        QVERIFY(!o.part<QPushButton>("importAccept")->isEnabled());
    }

    // A file let go over the window: the dialog, then the table with the types that were chosen.
    void aFileIsDropped()
    {
        MainWindow window(*m_composition);
        window.resize(1280, 800);
        window.show();
        QSignalSpy opened(&window, &MainWindow::opened);
        window.openTemplate(QStringLiteral("blank"));
        QTRY_COMPARE(opened.size(), 1);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file(QStringLiteral("sales.csv"), sales))});
        QDragEnterEvent enter({600, 400}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({600, 400}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window, &drop);
        QVERIFY(drop.isAccepted());
        QTRY_VERIFY(window.findChild<ImportDialog *>());
        auto *dialog = window.findChild<ImportDialog *>();
        QTest::keyClick(dialog->findChild<QComboBox *>(QStringLiteral("importType")), Qt::Key_Down); // text
        for (int step = 0; step < 2; ++step)
            QTest::keyClick(dialog->findChild<QComboBox *>(QStringLiteral("importType")), Qt::Key_Down);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY2(window.findChild<designer::Banner *>(QStringLiteral("imported")),
                     qPrintable(window.bannerMessages().join(u'|')));
        const model::Workbook &workbook = window.session()->workbook();
        QCOMPARE(workbook.elements.size(), 1);
        const model::Object &table = *workbook.elements.begin();
        QCOMPARE(model::columnsOf(table).size(), 4u);
        QVERIFY(window.bannerMessages().join(u'|').contains(QStringLiteral("2 lines could not be taken")));
        QTRY_VERIFY(!window.findChild<ImportDialog *>());
    }

    void tasksStandSideBySide()
    {
        TaskStrip strip;
        strip.show();
        int stoppedImport = 0, stoppedExport = 0;
        Task *import = strip.start(QStringLiteral("Importing a.csv"), [&] { ++stoppedImport; });
        Task *exporting = strip.start(QStringLiteral("Exporting b.zip"), [&] { ++stoppedExport; });
        QTRY_VERIFY(import->isVisible() && exporting->isVisible());
        exporting->reporter()(40);
        QTRY_VERIFY(exporting->findChild<QLabel *>()->text().contains(QStringLiteral("40 %")));
        QTest::mouseClick(exporting->findChild<QToolButton *>(QStringLiteral("stopTask")), Qt::LeftButton);
        QCOMPARE(stoppedExport, 1);
        QCOMPARE(stoppedImport, 0);
        const auto late = exporting->reporter();
        exporting->finish();
        QTRY_COMPARE(strip.findChildren<Task *>().size(), 1);
        late(50); // of a task that is gone
        QVERIFY(import->isVisible());
        QTest::mouseClick(import->findChild<QToolButton *>(QStringLiteral("stopTask")), Qt::LeftButton);
        QCOMPARE(stoppedImport, 1);
    }
};

QTEST_MAIN(TestImport)
#include "tst_import.moc"
