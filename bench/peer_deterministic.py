"""The recorded part as a rules-as-code engine in Python would write it: the same rules over numpy columns.

usage: peer_deterministic.py FOLDER RUNS

Reads the columns that the bench wrote to FOLDER, evaluates the published scenario, then one with another rate, and
prints times and sums as JSON. No column of the bench's rosters holds an unreadable cell, and the readings are the
published ones, so what only those need is not here.
"""

import json
import resource
import sys
import time
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np

FALSE, UNKNOWN, TRUE = 0, 1, 2
EPOCH = 25569  # day number of 1970-01-01
BLANK = np.nan


def day(year, month, date):
    return int(np.datetime64(f"{year:04d}-{month:02d}-{date:02d}").astype(int)) + EPOCH


T0, T1 = day(2023, 5, 29), day(2028, 5, 28)


def truth(mask):
    return np.where(mask, TRUE, FALSE).astype(np.int8)


def column_truth(values):
    return np.where(np.isnan(values), UNKNOWN, np.where(values == 1, TRUE, FALSE)).astype(np.int8)


def all_of(*parts):
    return np.minimum.reduce(np.broadcast_arrays(*parts))


def any_of(*parts):
    return np.maximum.reduce(np.broadcast_arrays(*parts))


def compare(mask, *operands):
    """Truth of a comparison, UNKNOWN where an operand is blank."""
    blank = np.zeros(len(mask), bool)
    for operand in operands:
        blank |= np.isnan(operand)
    return np.where(blank, UNKNOWN, truth(mask)).astype(np.int8)


def dates_of(days):
    return (np.nan_to_num(days, nan=EPOCH) - EPOCH).astype("datetime64[D]")


def year_of(days):
    return dates_of(days).astype("datetime64[Y]").astype(int) + 1970


def month_of(days):
    return dates_of(days).astype("datetime64[M]").astype(int) + 1970 * 12


def edate(days, months):
    dates = dates_of(days)
    month = dates.astype("datetime64[M]")
    target = month + months
    last = ((target + 1).astype("datetime64[D]") - target.astype("datetime64[D]")).astype(int)
    date = np.minimum((dates - month.astype("datetime64[D]")).astype(int), last - 1)
    result = (target.astype("datetime64[D]") + date).astype(int) + float(EPOCH)
    return np.where(np.isnan(days), BLANK, result)


def fen(yuan):
    """Half away from zero on the decimal of 15 significant digits."""
    scaled = yuan * 100
    nearest = np.floor(scaled + 0.5)
    close = np.abs(np.abs(scaled - nearest) - 0.5) <= 1e-13 * np.abs(scaled) + 1e-12
    for i in np.flatnonzero(close):
        decimal = Decimal(f"{yuan[i]:.15g}")
        nearest[i] = float(decimal.quantize(Decimal("0.01"), ROUND_HALF_UP) * 100)
    return nearest.astype(np.int64)


def zero(values):
    return np.nan_to_num(values, nan=0.0)


class Roster:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.manifest = json.loads((self.folder / "manifest.json").read_text("utf8"))
        self.columns = {}
        self.rows = {table: entry["rows"] for table, entry in self.manifest["tables"].items()}
        for table, entry in self.manifest["tables"].items():
            for field in entry["fields"]:
                self.columns[f"{table}.{field}"] = np.fromfile(self.folder / f"{table}.{field}", "<f8")
        codes = self.columns["enterprises.uscc"].astype(int)
        self.firm_of = np.full(self.manifest["textCount"] + 1, -1)
        self.firm_of[codes] = np.arange(len(codes))

    def __call__(self, table, field):
        return self.columns[f"{table}.{field}"]

    def money(self, table, field):
        return self.columns[f"{table}.{field}"] / 100

    def rank(self, table, field):
        """Place of a text among all texts by code point, which numpy cannot sort by."""
        return np.fromfile(self.folder / f"{table}.{field}.rank", "<f8")

    def owners(self, table, field):
        codes = self(table, field)
        return self.firm_of[np.where(np.isnan(codes), -1, codes).astype(int)]

    def choice(self, table, field, *words):
        choices = self.manifest["choices"][f"{table}.{field}"]
        return [float(choices.index(word)) for word in words]


class Sums:
    """Sums by measure and year, by enterprise, and the number of TRUE triggers."""

    def __init__(self, firms):
        self.lines = {}
        self.triggers = {}
        self.enterprises = np.zeros(firms, np.int64)

    def count(self, measure, eligibility):
        self.triggers[measure] = int(np.count_nonzero(eligibility == TRUE))

    def add(self, measure, firm, year, eligibility, planning, statutory):
        sure, open_ = eligibility == TRUE, eligibility == UNKNOWN
        # sums of whole 分 below 2^53: a double holds them exactly
        for name, mask, amount in (
            ("committed", sure, planning),
            ("statutory", sure, statutory),
            ("unverified", open_, planning),
        ):
            sums = np.bincount(year[mask], weights=amount[mask])
            for y in np.flatnonzero(sums):
                key = f"{measure}.{name}.{y}"
                self.lines[key] = self.lines.get(key, 0) + int(sums[y])
        np.add.at(self.enterprises, firm[sure], planning[sure])


class Policy:
    def __init__(self, roster, digital_rate):
        self.roster, self.digital_rate = roster, digital_rate
        self.as_of = self.newest_date()
        self.sme = self.small_or_medium()
        firms = roster.rows["enterprises"]
        moved_in, moved_out = roster("enterprises", "movedIn"), roster("enterprises", "movedOut")
        self.moved_in, self.moved_out = moved_in, moved_out
        self.contradictory = moved_out <= moved_in
        self.departure = np.where(np.isnan(moved_out) | self.contradictory, np.inf, moved_out)
        abnormal = zero(roster("enterprises", "abnormal"))
        self.standing = all_of(
            self.sme,
            column_truth(roster("enterprises", "registered")),
            column_truth(roster("enterprises", "taxed")),
            column_truth(roster("enterprises", "independent")),
            truth(abnormal != 1),
        )
        (trader,) = roster.choice("enterprises", "entityForm", "个体工商户")
        self.no_trader = truth(roster("enterprises", "entityForm") != trader)
        self.sums = Sums(firms)

    def newest_date(self):
        newest = T0
        for table, field in self.roster.manifest["asOfFields"]:
            days = self.roster(table, field)
            days = days[(days >= T0) & (days <= T1)]
            newest = max(newest, int(days.max())) if len(days) else newest
        return newest

    def small_or_medium(self):
        roster = self.roster
        revenue = roster("enterprises", "revenue").copy()
        for year in range(min(int(year_of(np.array([self.as_of]))[0]), 2027), 2019, -1):
            revenue = np.where(np.isnan(revenue), roster("enterprises", f"revenue{year}"), revenue)
        assets = roster("enterprises", "assets")
        financial = roster("enterprises", "financialAssets")
        values = {
            "employees": roster("enterprises", "employees"),
            "revenue": revenue,
            "assets": assets,
            "financialAssets": np.where(np.isnan(financial), assets, financial),
            "trustAssets": roster("enterprises", "trustAssets"),
        }
        codes = roster("enterprises", "industryCode")
        floors = self.roster.manifest["largeFloors"]
        index = np.where(np.isnan(codes), -1, codes).astype(int)
        large = np.full(len(codes), TRUE, np.int8)
        ruled = np.zeros(self.roster.manifest["textCount"] + 1, bool)
        for text in floors:
            ruled[int(text)] = True
        for indicator, value in values.items():
            floor = np.full(len(ruled), -np.inf)
            for text, rule in floors.items():
                floor[int(text)] = rule.get(indicator, -np.inf)
            floor = floor[index]
            tested = floor != -np.inf
            reached = np.where(np.isnan(value), UNKNOWN, truth(value >= floor))
            large = np.where(tested, np.minimum(large, reached), large)
        not_large = np.where(ruled[index], TRUE - large, UNKNOWN)
        declared = roster("enterprises", "declaredSize")
        undecided = np.isnan(declared) & (not_large == UNKNOWN)
        return np.where((declared > 0) | (not_large == TRUE), TRUE, np.where(undecided, UNKNOWN, FALSE)).astype(np.int8)

    def base(self, firm, days):
        inside = (np.isnan(self.moved_in[firm]) | (self.moved_in[firm] <= days)) & (
            np.isnan(self.moved_out[firm]) | (self.moved_out[firm] > days)
        )
        district = np.where(self.contradictory[firm], UNKNOWN, truth(inside))
        known = all_of(self.standing[firm], district)
        return np.where(firm < 0, UNKNOWN, known).astype(np.int8)

    def title(self, name, firm, days):
        date = self.roster("enterprises", f"{name}Date")[firm]
        expiry = self.roster("enterprises", f"{name}Expiry")[firm]
        open_ended = np.where(days < edate(date, 36), TRUE, UNKNOWN)
        valid = np.where(np.isnan(expiry), open_ended, truth(days < expiry))
        return np.where(date <= days, valid, FALSE).astype(np.int8)

    def titled(self, firm, days):
        return any_of(*(self.title(name, firm, days) for name in ("cityTitle", "cityGiant", "nationalGiant")))

    def certified(self, firm, days):
        columns = [self.roster("enterprises", name)[firm] for name in ("certificateFirst", "certificateLatest")]
        return truth(np.logical_or.reduce([(date <= days) & (days < edate(date, 36)) for date in columns]))

    def grant(self, measure, firm, days, eligibility, planning, statutory, offset=0):
        """Adds triggers that are paid at once."""
        known = days <= self.as_of
        firm, days, eligibility = firm[known], days[known], eligibility[known]
        self.sums.count(measure, eligibility)
        self.sums.add(measure, firm, year_of(days) + offset, eligibility, planning[known], statutory[known])


def in_term(days):
    return (days >= T0) & (days <= T1)


def projects(policy):
    roster = policy.roster
    accepted, kind = roster("projects", "acceptedDate"), roster("projects", "projectType")
    investment, city = roster.money("projects", "investment"), roster.money("projects", "citySubsidy")
    fee, owner = roster.money("projects", "auditFee"), roster.owners("projects", "uscc")
    green = roster.choice("projects", "projectType", "节能技改", "新能源", "能源管控", "循环经济")
    clean, audit, digital = roster.choice("projects", "projectType", "清洁生产中高费", "能源审计", "数字化转型")

    def of(*kinds):
        row = np.flatnonzero(in_term(accepted) & np.isin(kind, kinds))
        firm, days = owner[row], accepted[row]
        return row, firm, days, all_of(policy.base(firm, days), policy.no_trader[firm])

    def within(row):
        return fen(np.maximum(0, investment[row] - zero(city[row])))

    row, firm, days, good = of(*green)
    gross = investment[row] * 0.3
    limit = within(row)
    policy.grant("m05a", firm, days, good, np.minimum(fen(gross * 0.8), limit), np.minimum(fen(gross * 1), limit))

    row, firm, days, good = of(clean)
    amount = np.minimum(fen(investment[row] * 0.05), within(row))
    policy.grant("m05b", firm, days, all_of(good, compare(city[row] > 0, city[row])), amount, amount)

    row, firm, days, good = of(audit)
    amount = np.minimum(fen(fee[row]), 12_000_000)
    policy.grant("m05c", firm, days, good, amount, amount)

    row, firm, days, good = of(digital)
    name, order = roster.rank("projects", "projectName")[row], investment[row]
    sort = np.lexsort((row, order, name, days, firm))
    row, firm, days = row[sort], firm[sort], days[sort]
    good = all_of(good[sort], policy.titled(firm, days))
    opening = fen(zero(roster.money("enterprises", "paid6")))
    gross = investment[row] * policy.digital_rate
    amounts = [
        chain(firm, good, opening[firm], fen(gross * award), lambda wave, had: np.maximum(0, 300_000_000 - had))
        for award in (0.8, 1)
    ]
    policy.grant("m06", firm, days, good, *amounts)


def waves(firm):
    """Positions by wave: every firm's first trigger, then every second one; `firm` is sorted."""
    start = np.flatnonzero(np.r_[True, firm[1:] != firm[:-1]]) if len(firm) else np.array([], int)
    place = np.arange(len(firm)) - np.repeat(start, np.diff(np.r_[start, len(firm)]))
    return [np.flatnonzero(place == wave) for wave in range(place.max() + 1 if len(place) else 0)]


def chain(firm, eligibility, opening, gross, limit):
    """Amounts of triggers in order, each limited by what the firm had before; UNKNOWN ones enter, FALSE ones do not."""
    amount = gross.copy()
    earlier = np.zeros(firm.max() + 1 if len(firm) else 0, np.int64)
    for wave in waves(firm):
        amount[wave] = np.minimum(gross[wave], limit(wave, opening[wave] + earlier[firm[wave]]))
        enters = wave[eligibility[wave] != FALSE]
        earlier[firm[enters]] += amount[enters]
    return amount


def scale_up(policy):
    date, award = policy.roster("enterprises", "scaleUpDate"), policy.roster.money("enterprises", "scaleUpAward")
    firm = np.flatnonzero(in_term(date) & ~(award <= 0))
    good = all_of(policy.base(firm, date[firm]), policy.no_trader[firm], compare(award[firm] > 0, award[firm]))
    amount = np.minimum(fen(award[firm] * 0.1), 10_000_000)
    policy.grant("m09", firm, date[firm], good, amount, amount)


def titles(policy):
    roster, tiers = policy.roster, (20_000_000, 50_000_000, 100_000_000)
    parts = []
    for tier, name in enumerate(("cityTitle", "cityGiant", "nationalGiant"), 1):
        date = roster("enterprises", f"{name}Date")
        firm = np.flatnonzero(in_term(date))
        parts.append((firm, date[firm], np.full(len(firm), tier), np.full(len(firm), TRUE, np.int8)))
        firm = np.flatnonzero(in_term(policy.moved_in))
        valid = policy.title(name, firm, policy.moved_in[firm])
        firm, valid = firm[valid != FALSE], valid[valid != FALSE]
        parts.append((firm, policy.moved_in[firm], np.full(len(firm), tier), valid))
    firm, days, tier, exists = (np.concatenate(column) for column in zip(*parts))
    sort = np.lexsort((-tier, days, firm))
    firm, days, tier, exists = firm[sort], days[sort], tier[sort], exists[sort]
    highest = np.r_[True, (firm[1:] != firm[:-1]) | (days[1:] != days[:-1])] & (days <= policy.as_of)
    firm, days, tier, exists = firm[highest], days[highest], tier[highest], exists[highest]
    good = all_of(policy.base(firm, days), policy.no_trader[firm], exists)
    year = year_of(days)
    contribution = np.stack([roster("enterprises", f"contribution{y}") for y in range(2021, 2028)])
    before = contribution[year - 1 - 2021, firm]
    had = fen(zero(roster.money("enterprises", "sameKindReceived")) + zero(roster.money("enterprises", "paid10")))
    gross = np.array(tiers, np.int64)[tier - 1]
    granted = {}

    def planned(wave, earlier):
        top_up = np.maximum(0, gross[wave] - earlier)
        same_year = granted.setdefault("sums", np.zeros((2030, policy.roster.rows["enterprises"]), np.int64))
        room = np.where(np.isnan(before[wave]), np.inf, before[wave] - same_year[year[wave], firm[wave]])
        amount = np.minimum(gross[wave], np.minimum(top_up, np.maximum(0, room))).astype(np.int64)
        enters = good[wave] != FALSE
        same_year[year[wave][enters], firm[wave][enters]] += amount[enters]
        return amount

    planning = chain(firm, good, had[firm], gross, planned)
    statutory = chain(firm, good, had[firm], gross, lambda wave, earlier: np.maximum(0, gross[wave] - earlier))
    policy.grant("m10", firm, days, good, planning, statutory)


def first_not_false(firm, days, eligibility):
    """Of each firm's triggers in order the FALSE ones and the first that is not; `firm` is sorted."""
    keep = np.ones(len(firm), bool)
    done = {}
    for i in range(len(firm)):
        keep[i] = firm[i] not in done
        if keep[i] and eligibility[i] != FALSE:
            done[firm[i]] = True
    return keep


def certificates(policy):
    roster = policy.roster
    first, latest = roster("enterprises", "certificateFirst"), roster("enterprises", "certificateLatest")
    award, second = roster("enterprises", "certificateFirstAward"), roster("enterprises", "certificateSecondAward")
    own = np.flatnonzero(in_term(first))
    moved = np.flatnonzero(in_term(policy.moved_in))
    moved = moved[policy.certified(moved, policy.moved_in[moved]) != FALSE]
    firm, days = np.concatenate((own, moved)), np.concatenate((first[own], policy.moved_in[moved]))
    sort = np.lexsort((np.repeat((0, 1), (len(own), len(moved))), days, firm))
    firm, days = firm[sort], days[sort]
    unpaid = truth(np.isnan(award[firm]) | (award[firm] >= days))
    good = all_of(policy.base(firm, days), policy.no_trader[firm], unpaid)
    keep = first_not_false(firm, days, good)
    firm, days, good = firm[keep], days[keep], good[keep]
    renewals(policy, firm, days, good, first, latest, award, second)
    known = days <= policy.as_of
    firm, days, good = firm[known], days[known], good[known]
    policy.sums.count("m11a", good)
    last = np.where(np.isinf(policy.departure), 9999, year_of(np.where(np.isinf(policy.departure), T0, policy.departure)))
    for part in range(3):
        year = year_of(days) + 1 + part
        amount = np.full(len(firm), 10_000_000, np.int64)
        policy.sums.add("m11a", firm, year, good, np.where(year > last[firm], 0, amount), amount)


def renewals(policy, award_firm, award_day, award_good, first, latest, award, second):
    firm = np.flatnonzero(in_term(latest))
    day_of = np.full(len(first), np.inf)
    day_of[award_firm[::-1]] = award_day[::-1]
    earlier = np.zeros(len(first), np.int8)
    before = award_day < latest[award_firm]
    np.maximum.at(earlier, award_firm[before], award_good[before])
    days, start = latest[firm], first[firm]
    awarded = any_of(truth(award[firm] <= days), earlier[firm])
    exists = all_of(
        compare(days > start, start),
        compare(days >= edate(start, 36) - 180, start),
        truth(np.isnan(second[firm])),
        awarded,
    )
    firm, exists, days = firm[exists != FALSE], exists[exists != FALSE], days[exists != FALSE]
    good = all_of(policy.base(firm, days), policy.no_trader[firm], exists)
    amount = np.full(len(firm), 5_000_000, np.int64)
    policy.grant("m11b", firm, days, good, amount, amount, offset=1)


def markets(policy):
    roster = policy.roster
    neeq = roster("enterprises", "neeqDate")
    firm = np.flatnonzero(in_term(neeq))
    good = all_of(policy.base(firm, neeq[firm]), policy.no_trader[firm])
    planning = fen(np.full(len(firm), 1_500_000.0) * 0.6)
    policy.grant("m12a", firm, neeq[firm], good, planning, np.full(len(firm), 150_000_000, np.int64))

    market = roster("enterprises", "listingMarket")
    home, abroad = roster.choice("enterprises", "listingMarket", "境内", "境外")
    at_home = np.where(np.isnan(market), UNKNOWN, truth(market == home))
    parts = []
    for rule, (field, exists, gross) in enumerate(
        (
            ("listingAccepted", at_home, 300_000_000),
            ("listedDate", at_home, 300_000_000),
            ("listedDate", truth(market == abroad), 600_000_000),
        )
    ):
        date = roster("enterprises", field)
        firm = np.flatnonzero(in_term(date) & (exists != FALSE))
        parts.append((firm, date[firm], exists[firm], np.full(len(firm), gross, np.int64), np.full(len(firm), rule)))
    firm, days, exists, gross, rule = (np.concatenate(column) for column in zip(*parts))
    sort = np.lexsort((rule, days, firm))
    firm, days, exists, gross = firm[sort], days[sort], exists[sort], gross[sort]
    good = all_of(policy.base(firm, days), policy.no_trader[firm], exists)
    opening = fen(zero(roster.money("enterprises", "paid12")))
    amount = chain(firm, good, opening[firm], gross, lambda wave, had: np.maximum(0, 600_000_000 - had))
    policy.grant("m12b", firm, days, good, amount, amount)


def guarantees(policy):
    roster = policy.roster
    paid_on, start = roster("guarantees", "compensationDate"), roster("guarantees", "startDate")
    row = np.flatnonzero((in_term(paid_on) & (paid_on <= policy.as_of)) | (in_term(start) & (paid_on > T1)))
    firm = roster.owners("guarantees", "uscc")[row]
    days, start = paid_on[row], start[row]
    good = all_of(policy.base(firm, start), column_truth(roster("guarantees", "governmentGuarantor")[row]))
    cap = np.where(policy.titled(firm, start) == TRUE, 700_000_000, 500_000_000)
    claim = np.minimum(fen(roster.money("guarantees", "compensation")[row] * 0.3), cap)
    number = roster.rank("guarantees", "guaranteeNumber")[row]
    sort = np.lexsort((row, number, days))
    firm, days, good, claim = firm[sort], days[sort], good[sort], claim[sort]
    drawn = np.minimum(np.cumsum(np.where(good == TRUE, claim, 0)), 5_000_000_000)
    balance = 5_000_000_000 - np.r_[0, drawn[:-1]] if len(drawn) else drawn
    amount = np.minimum(claim, balance)
    policy.sums.count("m14", good)
    policy.sums.add("m14", firm, year_of(days), good, amount, amount)


def employment(policy):
    roster = policy.roster
    kind, start = roster("employment", "employmentType"), roster("employment", "jobStart")
    heads, end = roster("employment", "headcount"), roster("employment", "jobEnd")
    owner = roster.owners("employment", "uscc")
    kinds = roster.choice("employment", "employmentType", "岗位一档", "岗位二档", "岗位三档", "职业培训")
    row = np.flatnonzero(in_term(start) & (start <= policy.as_of) & np.isin(kind, kinds[:3]))
    firm, days = owner[row], start[row]
    good = policy.base(firm, days)
    standard = np.select([kind[row] == each for each in kinds[:3]], (6000.0, 9000.0, 12000.0))
    never = 10**6
    departure = policy.departure[firm]
    last = np.minimum.reduce(
        [
            month_of(days) + 35,
            np.where(np.isnan(end[row]), never, month_of(end[row])),
            np.where(np.isinf(departure), never, month_of(np.where(np.isinf(departure), T0, departure))),
        ]
    )
    policy.sums.count("m20a", good)
    for part in range(4):
        year = year_of(days) + part
        months = np.minimum(last, year * 12 + 11) - np.maximum(month_of(days), year * 12) + 1
        due = months > 0
        amount = fen((heads[row] * standard * months / 12)[due])
        policy.sums.add("m20a", firm[due], year[due], good[due], amount, amount)

    row = np.flatnonzero(in_term(start) & (kind == kinds[3]))
    amount = fen(heads[row] * 200)
    policy.grant("m20b", owner[row], start[row], policy.base(owner[row], start[row]), amount, amount)


def start_ups(policy):
    roster = policy.roster
    founded, resident = roster("enterprises", "founded"), roster("enterprises", "residentStartup")
    claim = np.maximum(edate(founded, 12), T0)
    exists = all_of(column_truth(resident), compare(founded >= day(2020, 5, 29), founded))
    firm = np.flatnonzero((exists != FALSE) & in_term(claim) & (claim <= policy.as_of))
    days, rent = claim[firm], zero(roster.money("enterprises", "annualRent"))[firm]
    good = all_of(policy.base(firm, days), exists[firm])
    policy.sums.count("m20c", good)
    departure = policy.departure[firm]
    last = np.where(np.isinf(departure), 9999, year_of(np.where(np.isinf(departure), T0, departure)))
    for part in range(3):
        due = year_of(days) + part <= last
        amount = np.minimum(fen(rent[due]), 4_000_000)
        policy.sums.add("m20c", firm[due], (year_of(days) + part)[due], good[due], amount, amount)


def services(policy):
    roster = policy.roster
    date, fee = roster("hrServices", "serviceDate"), roster.money("hrServices", "serviceFee")
    row = np.flatnonzero(in_term(date))
    for measure, owner, rate in (("m21a", "agency", 0.1), ("m21b", "employer", 0.0)):
        firm = roster.owners("hrServices", owner)[row]
        good = all_of(policy.base(firm, date[row]), np.where(firm < 0, UNKNOWN, policy.no_trader[firm]))
        amount = fen(fee[row] * rate)
        policy.grant(measure, firm, date[row], good, amount, amount)


def comprehensive_service(policy):
    """No envelope is set: nothing is paid, the enterprise-years that qualify are counted."""
    roster, counted = policy.roster, []
    firm = np.arange(roster.rows["enterprises"])
    for year in range(2023, int(year_of(np.array([policy.as_of]))[0]) + 1):
        tested = np.full(len(firm), float(max(T0, day(year, 1, 1))))
        revenue = [roster("enterprises", f"revenue{y}") for y in (year - 1, year - 2, year - 3)]
        before, earlier = (roster.money("enterprises", f"contribution{y}") for y in (year - 1, year - 2))
        good = all_of(
            policy.base(firm, tested),
            policy.no_trader,
            compare(revenue[0] > revenue[1], revenue[0], revenue[1]),
            compare(revenue[1] > revenue[2], revenue[1], revenue[2]),
            compare(before >= 0, before),
        )
        counted.append(np.where(np.isnan(before + earlier) & (good == TRUE), UNKNOWN, good))
        fen(zero(0.1 * np.maximum(0, before - earlier)))
    policy.sums.count("m04", np.concatenate(counted))


def evaluate(roster, digital_rate):
    policy = Policy(roster, digital_rate)
    for part in (
        comprehensive_service,
        projects,
        scale_up,
        titles,
        certificates,
        markets,
        guarantees,
        employment,
        start_ups,
        services,
    ):
        part(policy)
    return policy.sums


def timed(run):
    start = time.perf_counter()
    result = run()
    return (time.perf_counter() - start) * 1000, result


def measure(roster, digital_rate, runs):
    times = []
    for _ in range(runs):
        milliseconds, sums = timed(lambda: evaluate(roster, digital_rate))
        times.append(milliseconds)
    triggers = {measure: count for measure, count in sums.triggers.items() if count}
    return {"milliseconds": times, "lines": sums.lines, "triggers": triggers, "enterprises": int(sums.enterprises.sum())}


def main():
    folder, runs = sys.argv[1], int(sys.argv[2])
    roster = Roster(folder)
    published = measure(roster, 0.3, runs)
    moved = measure(roster, 0.25, runs)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"published": published, "moved": moved, "peakMegabytes": peak}))


if __name__ == "__main__":
    main()
