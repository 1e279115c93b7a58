"""What differs between two records, in sentences for people: "Thêm đại biểu: Kiều Như Nguyên".

Start reading at `differences.py`.
"""
