from app.archive.archive import Archive


def test_a_table_comes_back_in_order(archive, path):
    archive.abbreviations.save({"tp": "thành phố", "bch": "Ban Chấp hành"})
    archive.close()
    with Archive.open(path) as again:
        table = again.abbreviations.all()
    assert list(table.items()) == [("bch", "Ban Chấp hành"), ("tp", "thành phố")]


def test_a_table_takes_the_place_of_the_one_before(archive):
    archive.abbreviations.save({"tp": "thành phố", "đc": "đồng chí"})
    archive.abbreviations.save({"tp": "thành phố trực thuộc tỉnh"})
    assert archive.abbreviations.all() == {"tp": "thành phố trực thuộc tỉnh"}


def test_there_is_none_at_first(archive):
    assert archive.abbreviations.all() == {}
