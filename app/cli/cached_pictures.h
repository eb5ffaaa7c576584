// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>

#include <QHash>

#include "adapters/pictures/picture_cache.h"
#include "designer/paint/picture_source.h"

namespace tessera::app {

// The pictures the window fetched once; others stay out. Uses no network. Any thread.
class CachedPictures : public designer::PictureSource
{
public:
    explicit CachedPictures(QString folder = adapters::PictureCache::usualFolder()) : m_cache(std::move(folder)) {}

    designer::Picture picture(const QString &address) const override;

private:
    adapters::PictureCache m_cache;
    mutable std::mutex m_mutex; // guards what follows
    mutable QHash<QString, designer::Picture> m_known;
};

} // namespace tessera::app
