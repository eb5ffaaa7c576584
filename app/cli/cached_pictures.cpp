// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cached_pictures.h"

#include "designer/paint/picture_bytes.h"

namespace tessera::app {

using designer::Picture;

Picture CachedPictures::picture(const QString &address) const
{
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_known.constFind(address); known != m_known.cend())
        return *known;
    Picture picture;
    picture.state = Picture::State::NotAllowed;
    if (const auto bytes = m_cache.find(address)) {
        if (auto image = designer::pictureFrom(*bytes))
            picture = {Picture::State::Ready, std::move(*image)};
    }
    m_known.insert(address, picture);
    return picture;
}

} // namespace tessera::app
