// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/web_pictures.h"

#include <algorithm>

#include "designer/paint/picture_bytes.h"

namespace tessera::app {

using adapters::PictureFetcher;
using designer::Picture;

namespace {

constexpr int keptKilobytes = 192 << 10;

Picture without(Picture::State state, const QString &why = {})
{
    Picture picture;
    picture.state = state;
    picture.why = why;
    return picture;
}

} // namespace

PictureLoader::PictureLoader(QString folder, PictureFetcher::Limits limits)
    : m_cache(std::move(folder))
    , m_fetcher(limits, this)
{
    connect(&m_fetcher, &PictureFetcher::fetched, this, &PictureLoader::take);
    connect(&m_fetcher, &PictureFetcher::failed, this, [this](const QString &address, const QString &why) {
        Q_EMIT loaded(address, without(Picture::State::Failed, why));
    });
}

void PictureLoader::load(const QString &address, bool mayFetch)
{
    if (const auto bytes = m_cache.find(address)) {
        if (auto image = designer::pictureFrom(*bytes)) {
            Q_EMIT loaded(address, {Picture::State::Ready, std::move(*image)});
            return;
        }
    }
    if (mayFetch)
        m_fetcher.fetch(address);
    else
        Q_EMIT loaded(address, without(Picture::State::NotAllowed));
}

void PictureLoader::take(const QString &address, const QByteArray &bytes)
{
    auto image = designer::pictureFrom(bytes);
    if (!image) {
        Q_EMIT loaded(address, without(Picture::State::Failed, image.error().message));
        return;
    }
    m_cache.store(address, bytes);
    Q_EMIT loaded(address, {Picture::State::Ready, std::move(*image)});
}

void PictureLoader::stop()
{
    m_fetcher.stop();
}

WebPictures::WebPictures(bool allowed, const QString &folder, PictureFetcher::Limits limits, QObject *parent)
    : LivePictures(parent)
    , m_allowed(allowed)
    , m_loader(new PictureLoader(folder, limits))
    , m_images(keptKilobytes)
{
    qRegisterMetaType<Picture>();
    m_thread.setObjectName(QStringLiteral("pictures"));
    m_loader->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_loader, &QObject::deleteLater);
    connect(m_loader, &PictureLoader::loaded, this, &WebPictures::take);
}

WebPictures::~WebPictures()
{
    if (!m_thread.isRunning()) {
        delete m_loader;
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

Picture WebPictures::picture(const QString &address) const
{
    if (const QImage *image = m_images.object(address))
        return {Picture::State::Ready, *image};
    if (const auto known = m_without.constFind(address); known != m_without.cend())
        return *known;
    if (!PictureFetcher::isWebAddress(address))
        return {};
    if (!m_waiting.contains(address)) {
        m_waiting.insert(address);
        auto &thread = const_cast<QThread &>(m_thread); // runs from the first picture on
        if (!thread.isRunning())
            thread.start(QThread::LowPriority);
        QMetaObject::invokeMethod(
            m_loader, [loader = m_loader, address, allowed = m_allowed] { loader->load(address, allowed); });
    }
    return without(Picture::State::Waiting);
}

void WebPictures::setAllowed(bool allowed)
{
    if (allowed == m_allowed)
        return;
    m_allowed = allowed;
    m_without.clear();
    m_waiting.clear();
    if (m_thread.isRunning() && !allowed)
        QMetaObject::invokeMethod(m_loader, &PictureLoader::stop);
    Q_EMIT allowedChanged(allowed);
    Q_EMIT changed();
}

void WebPictures::tryAgain()
{
    m_without.removeIf([](const auto &known) { return known->state == Picture::State::Failed; });
}

void WebPictures::take(const QString &address, const Picture &picture)
{
    // An answer from before leave was given or taken.
    if (picture.state == Picture::State::NotAllowed && m_allowed)
        return;
    m_waiting.remove(address);
    if (picture.state == Picture::State::Ready)
        m_images.insert(address, new QImage(picture.image),
                        std::max<int>(1, static_cast<int>(picture.image.sizeInBytes() >> 10)));
    else
        m_without.insert(address, picture);
    Q_EMIT changed();
}

} // namespace tessera::app
