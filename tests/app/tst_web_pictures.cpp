// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QBuffer>
#include <QCheckBox>
#include <QDir>
#include <QImage>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include "adapters/files/atomic_file.h"
#include "app/cli/cached_pictures.h"
#include "app/window/central_area.h"
#include "app/window/composition.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "app/window/settings_dialog.h"
#include "app/window/web_pictures.h"
#include "designer/canvas/canvas_view.h"
#include "designer/paint/page_render.h"
#include "designer/paint/picture_bytes.h"
#include "designer/paint/picture_fill.h"
#include "designer/preview/preview_card.h"
#include "designer/preview/preview_view.h"
#include "designer/style/theme.h"
#include "designer/widgets/action_set.h"

using namespace tessera;
using namespace tessera::app;
using designer::Picture;

namespace {

QByteArray png(QColor color, int side = 40)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

// A web server of a few addresses that counts who comes.
class Server : public QTcpServer
{
public:
    Server()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                ++connections;
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(socket); });
            }
        });
    }

    QString address(const char *path) const
    {
        return u"http://127.0.0.1:%1/%2"_qs.arg(serverPort()).arg(QString::fromLatin1(path));
    }
    int connections = 0;
    QList<QByteArray> asked;

private:
    void answer(QTcpSocket *socket)
    {
        const QByteArray head = socket->readAll();
        const QByteArray path = head.split(' ').value(1);
        asked.append(path);
        const auto send = [&](const QByteArray &status, const QByteArray &body, const QByteArray &more = {}) {
            socket->write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                          "\r\nConnection: close\r\n" + more + "\r\n" + body);
            socket->disconnectFromHost();
        };
        if (path == "/red.png")
            send("200 OK", png(Qt::red));
        else if (path == "/moved.png")
            send("302 Found", {}, "Location: /red.png\r\n");
        else if (path == "/around.png")
            send("302 Found", {}, "Location: /around.png\r\n");
        else if (path == "/file.png")
            send("302 Found", {}, "Location: file:///etc/hostname\r\n");
        else if (path == "/words.png")
            send("200 OK", "<html>No picture</html>");
        else if (path == "/large.png")
            send("200 OK", QByteArray(300'000, 'x'));
        else if (path == "/endless.png")
            socket->write("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(300'000, 'x')); // says no length
        else if (path != "/slow.png")
            send("404 Not Found", "nothing");
    }
};

constexpr adapters::PictureFetcher::Limits small{100'000, 1500, 5};

const char *const book = R"yaml(name: Shop
document:
  schemaVersion: 1
  kind: workbook
  elements:
    - {id: logo, kind: image, url: 'ADDRESS', alt: Our logo}
  pages:
    - {id: main, name: Main}
  layout: |
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="main">
      <Element elementId="logo" gridColumn="1 / 13" gridRow="1 / 9"/>
    </Page>
)yaml";

} // namespace

class TestWebPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("TesseraTests"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_web_pictures"));
        auto composition = Composition::create();
        QVERIFY(composition.has_value());
        m_composition = std::move(*composition);
        designer::applyTheme(*qApp, designer::Tokens::light());
    }
    void init()
    {
        QSettings().clear();
        QDir(adapters::PictureCache::usualFolder()).removeRecursively();
    }

    void withoutLeaveNobodyIsAsked()
    {
        Server server;
        QTemporaryDir folder;
        WebPictures pictures(false, folder.path(), small);
        QSignalSpy changed(&pictures, &WebPictures::changed);
        const QString address = server.address("red.png");
        QCOMPARE(pictures.picture(address).state, Picture::State::Waiting);
        QTRY_COMPARE(pictures.picture(address).state, Picture::State::NotAllowed);
        QCOMPARE(server.connections, 0);
        pictures.setAllowed(true);
        pictures.picture(address);
        QTRY_COMPARE(pictures.picture(address).state, Picture::State::Ready);
        QCOMPARE(pictures.picture(address).image.pixelColor(3, 3), QColor(Qt::red));
        QCOMPARE(server.connections, 1);
        QVERIFY(changed.size() >= 3);
    }

    void theSecondTimeItComesFromTheCache()
    {
        Server server;
        QTemporaryDir folder;
        const QString address = server.address("red.png");
        {
            WebPictures pictures(true, folder.path(), small);
            pictures.picture(address);
            QTRY_COMPARE(pictures.picture(address).state, Picture::State::Ready);
        }
        QCOMPARE(server.connections, 1);
        WebPictures later(false, folder.path(), small);
        later.picture(address);
        QTRY_COMPARE(later.picture(address).state, Picture::State::Ready);
        QCOMPARE(CachedPictures(folder.path()).picture(address).state, Picture::State::Ready);
        QCOMPARE(CachedPictures(folder.path()).picture(server.address("other.png")).state, Picture::State::NotAllowed);
        QCOMPARE(server.connections, 1);
    }

    void whatCannotBeShownSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("why"); // "": a picture
        QTest::newRow("moved") << QByteArray("moved.png") << QString();
        QTest::newRow("moved round and round") << QByteArray("around.png") << u"one to another"_qs;
        QTest::newRow("moved to a file") << QByteArray("file.png") << u"not followed"_qs;
        QTest::newRow("not there") << QByteArray("gone.png") << u"404"_qs;
        QTest::newRow("no picture") << QByteArray("words.png") << u"no picture"_qs;
        QTest::newRow("too large") << QByteArray("large.png") << u"larger than"_qs;
        QTest::newRow("too large, unannounced") << QByteArray("endless.png") << u"larger than"_qs;
        QTest::newRow("slow") << QByteArray("slow.png") << u"2 second"_qs;
    }
    void whatCannotBeShownSaysWhy()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, why);
        Server server;
        QTemporaryDir folder;
        WebPictures pictures(true, folder.path(), small);
        const QString address = server.address(path.constData());
        pictures.picture(address);
        QTRY_VERIFY(pictures.picture(address).state != Picture::State::Waiting);
        const Picture picture = pictures.picture(address);
        QCOMPARE(picture.state, why.isEmpty() ? Picture::State::Ready : Picture::State::Failed);
        QVERIFY2(picture.why.contains(why), qPrintable(picture.why));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), why.isEmpty() ? 1 : 0);
    }

    void onlyWebAddressesAreFetched()
    {
        WebPictures pictures(true, {}, small);
        for (const char *address :
             {"file:///etc/passwd", "ftp://x/y.png", "logo.png", "", "javascript:alert(1)", "https://"})
            QCOMPARE(pictures.picture(QString::fromLatin1(address)).state, Picture::State::Unknown);
        QSignalSpy failed(new adapters::PictureFetcher(small, &pictures), &adapters::PictureFetcher::failed);
        static_cast<adapters::PictureFetcher *>(pictures.children().constLast())->fetch(u"file:///etc/passwd"_qs);
        QCOMPARE(failed.size(), 1);
    }

    void theCacheKeepsItsSize()
    {
        QTemporaryDir folder;
        const adapters::PictureCache cache(folder.path(), 2500);
        for (int i = 0; i < 4; ++i) {
            cache.store(QString::number(i), QByteArray(1000, 'x'));
            for (const QFileInfo &info : QDir(folder.path()).entryInfoList(QDir::Files)) { // as if a minute had gone by
                QFile file(info.filePath());
                QVERIFY(file.open(QIODevice::ReadWrite));
                file.setFileTime(info.lastModified().addSecs(-60), QFileDevice::FileModificationTime);
            }
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
        QVERIFY(!cache.find(u"0"_qs) && cache.find(u"3"_qs));
        cache.store(u"huge"_qs, QByteArray(5000, 'x'));
        QVERIFY(!cache.find(u"huge"_qs));
    }

    void hostileBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a picture") << png(Qt::red, 400).left(60);
        QByteArray wide = png(Qt::red);
        wide.replace(16, 8, QByteArray::fromHex("7fffffff7fffffff")); // its head promises 2³¹ × 2³¹ pixels
        QTest::newRow("a huge head") << wide;
        QTest::newRow("a drawing that names a file")
            << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>");
        QTest::newRow("a drawing that repeats itself") << QByteArray("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>");
        QTest::newRow("words") << QByteArray("hello");
    }
    void hostileBytes()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!designer::pictureFrom(bytes).has_value());
    }

    void largePicturesComeSmaller()
    {
        QImage image(6000, 300, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        QCOMPARE(designer::pictureFrom(bytes)->size(), QSize(2560, 128));
    }

    void picturesLieAsTheirFitSays_data()
    {
        QTest::addColumn<QByteArray>("fit");
        QTest::addColumn<QRectF>("place"); // of 20 × 10 in 100 × 100
        QTest::newRow("contain") << QByteArray("contain") << QRectF(0, 25, 100, 50);
        QTest::newRow("cover") << QByteArray("cover") << QRectF(-50, 0, 200, 100);
        QTest::newRow("stretch") << QByteArray("stretch") << QRectF(0, 0, 100, 100);
        QTest::newRow("none") << QByteArray("none") << QRectF(40, 45, 20, 10);
        QTest::newRow("scale-down") << QByteArray("scale-down") << QRectF(40, 45, 20, 10);
    }
    void picturesLieAsTheirFitSays()
    {
        QFETCH(QByteArray, fit);
        QFETCH(QRectF, place);
        QCOMPARE(designer::pictureRect({0, 0, 100, 100}, {20, 10}, {fit.toStdString()}), place);
    }

    // From the words in its place to the picture, on the canvas, in Preview and from `render`.
    void leaveIsGivenInPlace()
    {
        Server server;
        QTemporaryDir folder;
        QFile file(folder.filePath(u"shop.yaml"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(book).replace("ADDRESS", server.address("red.png").toLatin1()));
        file.close();
        MainWindow window(*m_composition);
        window.resize(1400, 900);
        window.show();
        window.openFile(file.fileName());
        QTRY_VERIFY(window.current());
        QAction *leave = window.actions().action(u"view.webPictures"_qs);
        QVERIFY(!leave->isChecked());
        designer::CanvasView *canvas = window.central()->canvas();
        const auto centre = [&] {
            const QRect card = canvas->viewportRect("logo");
            return canvas->viewport()->grab(QRect(card.center(), QSize(1, 1))).toImage().pixelColor(0, 0);
        };
        QTest::qWait(50);
        QVERIFY(centre() != QColor(Qt::red));
        window.actions().action(u"view.preview"_qs)->trigger();
        designer::PreviewCard *card = window.central()->preview()->page()->card("logo");
        QVERIFY(card);
        QTRY_VERIFY(!card->marks().marks().isEmpty() && card->marks().marks().first().column == "allow");
        QCOMPARE(server.connections, 0);
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Return);
        QVERIFY(leave->isChecked() && settings::webPictures());
        QTRY_COMPARE(card->grab().toImage().pixelColor(card->rect().center()), QColor(Qt::red));
        window.actions().action(u"view.design"_qs)->trigger();
        QTRY_COMPARE(centre(), QColor(Qt::red));
        leave->trigger();
        QVERIFY(!settings::webPictures());
        QCOMPARE(centre(), QColor(Qt::red)); // what is there stays
        QCOMPARE(server.connections, 1);
        const CachedPictures cached;
        designer::RenderOptions options;
        options.pictures = &cached;
        options.width = canvas->geometry().size().width();
        const QImage page =
            designer::renderBlock(window.session()->workbook(), m_composition->catalogue(), "main", options);
        QCOMPARE(page.pixelColor(
                     canvas->geometry().box(window.session()->workbook().layout.findElement("logo"))->card.center()),
                 QColor(Qt::red));
    }

    void theSettingsAskToo()
    {
        SettingsDialog dialog;
        auto *box = dialog.findChild<QCheckBox *>(u"settingsPictures"_qs);
        QVERIFY(box && !box->isChecked() && box->text().contains(u'&'));
        dialog.show();
        QTest::keyClick(box, Qt::Key_Space);
        dialog.accept();
        QVERIFY(settings::webPictures());
    }

private:
    std::unique_ptr<Composition> m_composition;
};

QTEST_MAIN(TestWebPictures)
#include "tst_web_pictures.moc"
