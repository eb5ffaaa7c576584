// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QFileInfo>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTest>

#include "adapters/codec/workbook_file.h"
#include "app/cli/cached_pictures.h"
#include "app/cli/command_rows.h"
#include "app/window/live_service.h"
#include "app/window/web_pictures.h"
#include "designer/canvas/canvas_view.h"
#include "designer/paint/data_card.h"
#include "designer/paint/page_render.h"
#include "designer/preview/preview_card.h"
#include "designer/preview/preview_view.h"
#include "designer/session/session.h"
#include "designer/style/theme.h"
#include "model/layout/block_geometry.h"
#include "model/schema/catalogue.h"
#include "model/value/calendar.h"
#include "model/workbook/views/element_view.h"

using namespace tessera;
using namespace tessera::app;
using designer::Tokens;
using model::query::ElementRows;

namespace {

const QString sampleFile = QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/marketing.yaml");
const QString corpusFile = QStringLiteral(TESSERA_SOURCE_DIR "/../shared/corpus/plugs-sales-overview.yaml");

const model::Catalogue &catalogue()
{
    static const model::Result<model::Catalogue> loaded = model::loadCatalogue();
    return *loaded;
}

model::Workbook workbookOf(const QString &path)
{
    auto loaded = adapters::loadWorkbook(path);
    return loaded ? loaded->workbook : model::Workbook();
}

model::Moment now()
{
    return {QDateTime::currentMSecsSinceEpoch() * 1000};
}

bool isDataKind(const std::string &kind)
{
    return model::isChartKind(kind) || model::isTableKind(kind);
}

// Elements placed on a page or overlay.
std::vector<model::Key> elementsOn(const model::Workbook &workbook, const std::string &block)
{
    std::vector<model::Key> keys;
    for (const model::Object &element : workbook.elements) {
        const model::LayoutNode *node =
            workbook.layout.node(workbook.layout.blockOf(workbook.layout.findElement(element.id())));
        if (node && node->ref == block)
            keys.push_back(element.key());
    }
    return keys;
}

void keep(const QImage &picture, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("TESSERA_PICTURES"); !folder.isEmpty())
        picture.save(folder + u'/' + name + u".png"_qs);
}

// A workbook with its rows, as a window has them.
struct Desk
{
    explicit Desk(model::Workbook workbook, const QString &dataFolder = {})
        : document(std::move(workbook))
        , session(document, catalogue())
        , live(*LiveService::make(session, {{}, {}, dataFolder}))
    {
        session.setPictures(&pictures);
        session.setData(live.get());
    }
    ~Desk() { session.setData(nullptr); }

    // Whether all that is in sight has its rows.
    bool isReady(const model::BlockGeometry &geometry) const
    {
        for (const model::NodeBox &box : geometry.boxes()) {
            const model::LayoutNode *node = session.workbook().layout.node(box.node);
            const model::Object *element = node ? session.workbook().elementOf(*node) : nullptr;
            const auto rows = element ? live->rowsOf(element->key()) : nullptr;
            if (element && (!rows || rows->state == ElementRows::State::Waiting))
                return false;
        }
        return true;
    }

    WebPictures pictures{false, QString(), {}};
    model::Document document;
    designer::Session session;
    std::unique_ptr<LiveService> live;
};

} // namespace

// Whole pages with rows from real data.
class TestLivePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(QStringLiteral("tst_live_pages"));
        designer::applyTheme(*qApp, Tokens::light());
    }

    // What `render` draws is what the canvas shows, to the pixel.
    void renderEqualsTheCanvas_data()
    {
        QTest::addColumn<QString>("block");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<bool>("darkProgram");
        for (const char *block : {"pg-overview", "pg-segments", "pg-journey", "pg-churn", "pg-plan", "pg-data"}) {
            QTest::addRow("%s light", block) << QString::fromLatin1(block) << u"Light"_qs << false;
            QTest::addRow("%s dark", block) << QString::fromLatin1(block) << u"Dark"_qs << true;
        }
        QTest::newRow("light page in the dark program") << u"pg-overview"_qs << u"Light"_qs << true;
    }
    void renderEqualsTheCanvas()
    {
        QFETCH(QString, block);
        QFETCH(QString, theme);
        QFETCH(bool, darkProgram);
        designer::applyTheme(*qApp, darkProgram ? Tokens::darkTheme() : Tokens::light());
        const QString data = QFileInfo(sampleFile).path() + u"/data"_qs;
        model::Workbook workbook = workbookOf(sampleFile);
        workbook.contents["settings"]["theme"]["name"] = theme.toStdString();
        Desk desk(workbook, data);
        desk.session.setCurrentBlock(block.toStdString());
        designer::CanvasView view(desk.session);
        view.resize(1328, 6000); // a page of 1280 px with the margin around it
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY_WITH_TIMEOUT(desk.isReady(view.geometry()), 30000);
        QCOMPARE(view.geometry().size().width(), 1280);
        auto rows = CommandRows::make(desk.session.workbook(), data, now());
        QVERIFY(rows.has_value());
        const CachedPictures pictures;
        designer::RenderOptions options;
        options.rows = rows->get();
        options.pictures = &pictures;
        const QImage picture =
            designer::renderBlock(desk.session.workbook(), catalogue(), block.toStdString(), options);
        QVERIFY(picture.height() < 5900);
        const QPoint corner = view.toViewport({0, 0});
        QImage screen;
        const auto isEqual = [&] {
            screen =
                view.viewport()->grab(QRect(corner, picture.size())).toImage().convertToFormat(QImage::Format_RGB32);
            return screen == picture;
        };
        if (!QTest::qWaitFor(isEqual)) { // a picture of a web address is looked for elsewhere
            keep(screen, block + u"-screen"_qs);
            keep(picture, block + u"-render"_qs);
        }
        QVERIFY2(screen == picture, qPrintable(differenceOf(screen, picture)));
    }

    void everyElementOfTheCorpusHasItsRows()
    {
        if (!QFileInfo::exists(corpusFile))
            QSKIP("the corpus workbook is not here");
        const model::Workbook workbook = workbookOf(corpusFile);
        QVERIFY(!workbook.pages.isEmpty());
        auto rows = CommandRows::make(workbook, {}, now());
        QVERIFY(rows.has_value());
        designer::RenderOptions options;
        options.rows = rows->get();
        for (const model::Object &page : workbook.pages) {
            for (const Tokens *tokens : {&Tokens::light(), &Tokens::darkTheme()}) {
                options.tokens = tokens;
                const QImage picture = designer::renderBlock(workbook, catalogue(), page.id(), options);
                QVERIFY(!picture.isNull());
                keep(picture, QString::fromStdString(page.id()) + (tokens->dark ? u"-dark"_qs : u"-light"_qs));
            }
            for (const model::Key &key : elementsOn(workbook, page.id())) {
                const auto answer = (*rows)->rowsOf(key);
                QVERIFY(answer);
                QVERIFY2(answer->state != ElementRows::State::Failed && !answer->query.hasErrors(),
                         qPrintable(designer::failureOf(*answer)));
                if (!isDataKind(workbook.element(key)->kind()))
                    continue;
                QVERIFY2(answer->main && answer->main->rowCount() > 0, key.c_str());
                QVERIFY2(!answer->sample, key.c_str()); // its own script
            }
        }
    }

private:
    static QString differenceOf(const QImage &a, const QImage &b)
    {
        if (a.size() != b.size())
            return u"sizes differ"_qs;
        QRect where;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x) {
                if (a.pixel(x, y) != b.pixel(x, y))
                    where |= QRect(x, y, 1, 1);
            }
        }
        return u"they differ in %1,%2 %3×%4"_qs.arg(where.left())
            .arg(where.top())
            .arg(where.width())
            .arg(where.height());
    }
};

QTEST_MAIN(TestLivePages)
#include "tst_live_pages.moc"
