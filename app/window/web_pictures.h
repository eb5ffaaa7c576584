// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QHash>
#include <QSet>
#include <QThread>

#include "adapters/pictures/picture_cache.h"
#include "adapters/pictures/picture_fetcher.h"
#include "designer/session/live_pictures.h"

namespace tessera::app {

// Reads, fetches and decodes pictures on the thread it lives in.
class PictureLoader : public QObject
{
    Q_OBJECT

public:
    PictureLoader(QString folder, adapters::PictureFetcher::Limits limits);

    void load(const QString &address, bool mayFetch);
    void stop();

Q_SIGNALS:
    void loaded(const QString &address, const tessera::designer::Picture &picture);

private:
    void take(const QString &address, const QByteArray &bytes);

    adapters::PictureCache m_cache;
    adapters::PictureFetcher m_fetcher;
};

// The pictures of web addresses in the window. Without leave only those are shown that were fetched before.
class WebPictures : public designer::LivePictures
{
    Q_OBJECT

public:
    // `folder`: where fetched ones are kept.
    explicit WebPictures(bool allowed, const QString &folder = adapters::PictureCache::usualFolder(),
                         adapters::PictureFetcher::Limits limits = {}, QObject *parent = nullptr);
    ~WebPictures() override;

    designer::Picture picture(const QString &address) const override;
    bool isAllowed() const override { return m_allowed; }
    void setAllowed(bool allowed) override; // what failed is tried again

    void tryAgain(); // what failed: another workbook is opened, the network may be back

private:
    void take(const QString &address, const designer::Picture &picture);

    bool m_allowed;
    PictureLoader *m_loader; // lives in the thread
    QThread m_thread;
    mutable QSet<QString> m_waiting;
    QHash<QString, designer::Picture> m_without; // those that are not there, and why
    QCache<QString, QImage> m_images;            // by kB of pixels
};

} // namespace tessera::app
