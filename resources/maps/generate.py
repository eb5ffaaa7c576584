#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes outlines.json from two npm packages: world-atlas@2 (Natural Earth 1:110m, public domain) and us-atlas@3 (US Census
Bureau cartographic boundaries, public domain), and the ISO 3166 codes of Debian's iso-codes.

    npm pack world-atlas@2 us-atlas@3   (unpack into world/ and us/)
    ./generate.py world/countries-110m.json us/states-10m.json /usr/share/iso-codes/json/iso_3166-1.json > outlines.json
"""
import json
import math
import sys

STATE_CODES = dict(
    pair.split("=") for pair in (
        "Alabama=AL,Alaska=AK,Arizona=AZ,Arkansas=AR,California=CA,Colorado=CO,Connecticut=CT,Delaware=DE,"
        "District of Columbia=DC,Florida=FL,Georgia=GA,Hawaii=HI,Idaho=ID,Illinois=IL,Indiana=IN,Iowa=IA,Kansas=KS,"
        "Kentucky=KY,Louisiana=LA,Maine=ME,Maryland=MD,Massachusetts=MA,Michigan=MI,Minnesota=MN,Mississippi=MS,"
        "Missouri=MO,Montana=MT,Nebraska=NE,Nevada=NV,New Hampshire=NH,New Jersey=NJ,New Mexico=NM,New York=NY,"
        "North Carolina=NC,North Dakota=ND,Ohio=OH,Oklahoma=OK,Oregon=OR,Pennsylvania=PA,Rhode Island=RI,"
        "South Carolina=SC,South Dakota=SD,Tennessee=TN,Texas=TX,Utah=UT,Vermont=VT,Virginia=VA,Washington=WA,"
        "West Virginia=WV,Wisconsin=WI,Wyoming=WY").split(","))


def arcs_of(topology):
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + translate[0], y * scale[1] + translate[1]))
        arcs.append(points)
    return arcs


def ring_of(arcs, indices):
    ring = []
    for index in indices:
        points = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(points[1:] if ring else points)
    return ring


def simplified(points, tolerance):
    """Douglas and Peucker."""
    if len(points) < 3:
        return points
    (x0, y0), (x1, y1) = points[0], points[-1]
    length = math.hypot(x1 - x0, y1 - y0)
    worst, at = -1, 0
    for i in range(1, len(points) - 1):
        x, y = points[i]
        away = abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length if length else math.hypot(x - x0, y - y0)
        if away > worst:
            worst, at = away, i
    if worst <= tolerance:
        return [points[0], points[-1]]
    return simplified(points[:at + 1], tolerance)[:-1] + simplified(points[at:], tolerance)


def rings_of(geometry, arcs, digits):
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    rings = []
    for polygon in polygons:
        for indices in polygon:
            ring = ring_of(arcs, indices)
            if len(ring) >= 4:
                rings.append([round(part, digits) for point in ring for part in point])
    return rings


def regions(topology, name, tolerance, digits, keys):
    arcs = [simplified(arc, tolerance) for arc in arcs_of(topology)]
    out = []
    for geometry in topology["objects"][name]["geometries"]:
        if "arcs" not in geometry:
            continue
        label = geometry["properties"]["name"]
        codes = keys(label, geometry.get("id", ""))
        rings = rings_of(geometry, arcs, digits)
        if codes is not None and rings:
            out.append({"name": label, "keys": codes, "rings": rings})
    return sorted(out, key=lambda region: region["name"])


def main():
    world, us, iso = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:4])
    by_number = {entry["numeric"]: entry for entry in iso["3166-1"]}

    def country(label, number):
        entry = by_number.get(number)
        if not entry:
            return []
        names = {entry[key] for key in ("name", "common_name", "official_name") if key in entry} - {label}
        return [entry["alpha_2"], entry["alpha_3"], *sorted(names)]

    json.dump({"countries": regions(world, "countries", 0.05, 1, country),
               "states": regions(us, "states", 0.04, 2, lambda label, _: [STATE_CODES[label]] if label in STATE_CODES else None)},
              sys.stdout, ensure_ascii=False, separators=(",", ":"))
    print()


main()
